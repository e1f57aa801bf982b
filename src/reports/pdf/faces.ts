import * as fontkit from 'fontkit';
import type { FontRole, FontSet } from './find-fonts.js';

/** An opened font: which characters it has and how wide they are. */
export interface Face {
  readonly name: string;
  readonly font: fontkit.Font;
  has(codePoint: number): boolean;
  /** Advance in ems. */
  advance(codePoint: number): number;
}

/** A piece of text that one face can draw. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

export interface Faces {
  readonly all: readonly Face[];
  /** The text as runs; characters that no face has become U+XXXX and are noted. */
  runs(text: string, role: FontRole): readonly Run[];
  /** Width in points. */
  width(text: string, role: FontRole, size: number): number;
  /** Characters that had to be printed as codes. */
  readonly missing: ReadonlySet<string>;
}

export function openFaces(set: FontSet): Faces {
  const opened = new Map<string, Face>();
  const open = (path: string): Face => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const face = faceOf(`face${String(opened.size)}`, path);
    opened.set(path, face);
    return face;
  };
  const byRole = Object.fromEntries(set.used.map((font) => [font.role, [font.path, ...set.fallbacks].map(open)])) as unknown as Record<FontRole, readonly Face[]>;
  const missing = new Set<string>();
  const choices = new Map<string, Face | undefined>();
  const faceFor = (codePoint: number, role: FontRole): Face | undefined => {
    const key = `${role}${String(codePoint)}`;
    if (!choices.has(key)) choices.set(key, byRole[role].find((face) => face.has(codePoint)));
    return choices.get(key);
  };
  const printable = (text: string, role: FontRole): readonly { text: string; face: Face }[] =>
    [...text].map((character) => {
      const face = faceFor(character.codePointAt(0) ?? 0, role);
      if (face !== undefined) return { text: character, face };
      missing.add(character);
      return { text: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`, face: byRole[role][0] as Face };
    });
  const widthOf = (part: { text: string; face: Face }): number => [...part.text].reduce((sum, character) => sum + part.face.advance(character.codePointAt(0) ?? 0), 0);
  return {
    get all() {
      return [...opened.values()];
    },
    runs: (text, role) => joined(printable(text, role)),
    width: (text, role, size) => printable(text, role).reduce((sum, part) => sum + widthOf(part), 0) * size,
    missing,
  };
}

function joined(parts: readonly { text: string; face: Face }[]): Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.face === part.face) last.text += part.text;
    else runs.push({ ...part });
  }
  return runs;
}

function faceOf(name: string, path: string): Face {
  const font = fontkit.openSync(path) as fontkit.Font;
  const advances = new Map<number, number>();
  return {
    name,
    font,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => {
      let width = advances.get(codePoint);
      if (width === undefined) {
        width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
        advances.set(codePoint, width);
      }
      return width;
    },
  };
}
