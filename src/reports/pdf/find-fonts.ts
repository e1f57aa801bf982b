import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#domain/app-error.js';

export const fontRoles = ['title', 'strong', 'body'] as const;
export type FontRole = (typeof fontRoles)[number];

/** A font file in use; the digest tells whether a verifier has the same one. */
export interface UsedFont {
  readonly role: FontRole;
  readonly name: string;
  readonly path: string;
  readonly digest: string;
  readonly origin: 'installed' | 'program';
}

export interface FontSet {
  readonly used: readonly UsedFont[];
  /** Files tried, in order, for characters the role's own font lacks. */
  readonly fallbacks: readonly string[];
}

export interface FontPlaces {
  /** `templates/fonts` of the program. */
  readonly program: string;
  /** Folders of the system where offices keep their fonts. */
  readonly installed: readonly string[];
}

const shipped: Readonly<Record<FontRole, string>> = { title: 'NotoSerifSC_700Bold.ttf', strong: 'NotoSansSC_700Bold.ttf', body: 'NotoSansSC_400Regular.ttf' };

/** Usual file names of 小标宋, 黑体 and 仿宋 on office systems, preferred where they are installed. */
const preferred: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['FZXBSJW.TTF', 'FZXiaoBiaoSong-B05S.ttf', 'fzxbsjw.ttf', 'CESI_XBS_GB18030.TTF'],
  strong: ['simhei.ttf', 'SIMHEI.TTF', 'CESI_HT_GB18030.TTF', 'FZHTJW.TTF'],
  body: ['simfang.ttf', 'SIMFANG.TTF', 'FangSong_GB2312.ttf', 'CESI_FS_GB18030.TTF', 'FZFSJW.TTF'],
};

/** The fonts to draw with: the office's own where found, else the ones shipped. */
export function findFonts(places: FontPlaces): FontSet {
  const used = fontRoles.map((role) => usedFont(role, places));
  const fallbacks = (['body', 'strong', 'title'] as const).map((role) => join(places.program, shipped[role]));
  return { used, fallbacks };
}

/** The set of files with these digests, for drawing a paper again; undefined names what is missing. */
export function sameFonts(places: FontPlaces, wanted: readonly { readonly role: FontRole; readonly name: string; readonly digest: string }[]): FontSet | undefined {
  const found = findFonts(places);
  const own = fontRoles.map((role) => candidate(role, join(places.program, shipped[role]), 'program'));
  const used = wanted.map((font) => [...found.used, ...own].find((each) => each.role === font.role && each.digest === font.digest));
  const whole = used.flatMap((font) => (font === undefined ? [] : [font]));
  return whole.length === wanted.length ? { used: whole, fallbacks: found.fallbacks } : undefined;
}

function usedFont(role: FontRole, places: FontPlaces): UsedFont {
  const installed = places.installed.flatMap((folder) => preferred[role].map((name) => join(folder, name))).find((path) => existsSync(path));
  return installed === undefined ? candidate(role, join(places.program, shipped[role]), 'program') : candidate(role, installed, 'installed');
}

function candidate(role: FontRole, path: string, origin: UsedFont['origin']): UsedFont {
  if (!existsSync(path)) throw new AppError('font-missing', { file: path });
  return { role, name: basename(path), path, digest: digestOfFile(path), origin };
}

// In pieces: three fonts at once would be 36 MB for a moment.
function digestOfFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
