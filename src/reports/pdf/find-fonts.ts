import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { ReportDocument } from '#domain/report-document.js';

export const fontRoles = ['title', 'strong', 'body', 'fangsong', 'kai', 'song'] as const;
export type FontRole = (typeof fontRoles)[number];

/** What reports and forms are drawn with. */
const plainRoles: readonly FontRole[] = ['title', 'strong', 'body'];

/** The roles that a paper needs: only an official body asks for 仿宋, 楷体 and the digits of 宋体. */
export function rolesOf({ geometry }: Pick<ReportDocument, 'geometry'>): readonly FontRole[] {
  return geometry === 'official' ? fontRoles : plainRoles;
}

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

const serif = 'NotoSerifSC_400Regular.ttf';
const boldSerif = 'NotoSerifSC_700Bold.ttf';
/** No 楷体 may be shipped: the bold serif stands for it, or the second level of headings would look like the text. */
const shipped: Readonly<Record<FontRole, string>> = { title: boldSerif, strong: 'NotoSansSC_700Bold.ttf', body: 'NotoSansSC_400Regular.ttf', fangsong: serif, kai: boldSerif, song: serif };

const fangsong = ['simfang.ttf', 'SIMFANG.TTF', 'FangSong_GB2312.ttf', 'CESI_FS_GB18030.TTF', 'FZFSJW.TTF'];

/** Usual file names of 小标宋, 黑体, 仿宋 and 楷体 on office systems, preferred where they are installed. */
const preferred: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['FZXBSJW.TTF', 'FZXiaoBiaoSong-B05S.ttf', 'fzxbsjw.ttf', 'CESI_XBS_GB18030.TTF'],
  strong: ['simhei.ttf', 'SIMHEI.TTF', 'CESI_HT_GB18030.TTF', 'FZHTJW.TTF'],
  body: fangsong,
  fangsong,
  kai: ['simkai.ttf', 'SIMKAI.TTF', 'KaiTi_GB2312.ttf', 'CESI_KT_GB18030.TTF', 'FZKTJW.TTF'],
  // Page numbers only: 宋体 comes as a collection of fonts, which is not worth reading for ten digits.
  song: [],
};

/** The fonts to draw with: the office's own where found, else the ones shipped. */
export function findFonts(places: FontPlaces, roles: readonly FontRole[] = plainRoles): FontSet {
  const digests = new Map<string, string>();
  return { used: roles.map((role) => usedFont(role, places, digests)), fallbacks: fallbacksOf(roles, places) };
}

// A character that 仿宋 lacks comes from the serif: it stands out less among its neighbours than one without.
function fallbacksOf(roles: readonly FontRole[], places: FontPlaces): readonly string[] {
  const names = (['body', 'strong', 'title'] as const).map((role) => shipped[role]);
  return [...(roles.includes('fangsong') ? [serif] : []), ...names].map((name) => join(places.program, name));
}

/** The set of files with these digests, for drawing a paper again; undefined when one is missing, or when the list lacks a role that the paper needs. */
export function sameFonts(places: FontPlaces, wanted: readonly { readonly role: FontRole; readonly name: string; readonly digest: string }[], roles: readonly FontRole[] = plainRoles): FontSet | undefined {
  const listed = [...new Set(wanted.map(({ role }) => role))];
  if (!roles.every((role) => listed.includes(role))) return undefined;
  const digests = new Map<string, string>();
  const candidates = listed.flatMap((role) => [usedFont(role, places, digests), candidate(role, join(places.program, shipped[role]), 'program', digests)]);
  const used = wanted.map((font) => candidates.find((each) => each.role === font.role && each.digest === font.digest));
  const whole = used.flatMap((font) => (font === undefined ? [] : [font]));
  return whole.length === wanted.length ? { used: whole, fallbacks: fallbacksOf(roles, places) } : undefined;
}

function usedFont(role: FontRole, places: FontPlaces, digests: Map<string, string>): UsedFont {
  const installed = places.installed.flatMap((folder) => preferred[role].map((name) => join(folder, name))).find((path) => existsSync(path));
  return installed === undefined ? candidate(role, join(places.program, shipped[role]), 'program', digests) : candidate(role, installed, 'installed', digests);
}

// Roles share files: each is read once.
function candidate(role: FontRole, path: string, origin: UsedFont['origin'], digests: Map<string, string>): UsedFont {
  if (!existsSync(path)) throw new AppError('font-missing', { file: path });
  const digest = digests.get(path) ?? digestOfFile(path);
  digests.set(path, digest);
  return { role, name: basename(path), path, digest, origin };
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
