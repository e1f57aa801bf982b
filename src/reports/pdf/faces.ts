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
  /** Width in ems. */
  readonly ems: number;
}

export interface Faces {
  /** The text as runs; characters that no face has become U+ and their code and are noted. */
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
  const missing = new Set<string>();
  const glyphs = Object.fromEntries(
    set.used.map((font) => [font.role, glyphSource([font.path, ...set.fallbacks].map(open), missing)]),
  ) as unknown as Record<FontRole, (character: string) => Glyph>;
  return {
    runs: (text, role) => joined(text, glyphs[role]),
    width: (text, role, size) => {
      let ems = 0;
      for (const character of text) ems += glyphs[role](character).ems;
      return ems * size;
    },
    missing,
  };
}

/** How one character is printed. */
interface Glyph {
  readonly face: Face;
  readonly text: string;
  readonly ems: number;
}

// Looked up once a character: a long paper asks a million times.
function glyphSource(faces: readonly Face[], missing: Set<string>): (character: string) => Glyph {
  const known = new Map<string, Glyph>();
  return (character) => {
    let glyph = known.get(character);
    if (glyph === undefined) {
      glyph = glyphOf(character, faces, missing);
      known.set(character, glyph);
    }
    return glyph;
  };
}

function glyphOf(character: string, faces: readonly Face[], missing: Set<string>): Glyph {
  const codePoint = character.codePointAt(0) ?? 0;
  const face = faces.find((each) => each.has(codePoint));
  if (face !== undefined) return { face, text: character, ems: face.advance(codePoint) };
  missing.add(character);
  const first = faces[0] as Face;
  const text = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return { face: first, text, ems: [...text].reduce((sum, each) => sum + first.advance(each.codePointAt(0) ?? 0), 0) };
}

function joined(text: string, glyphOf: (character: string) => Glyph): Run[] {
  const runs: { face: Face; text: string; ems: number }[] = [];
  let last: (typeof runs)[number] | undefined;
  for (const character of text) {
    const glyph = glyphOf(character);
    if (last?.face === glyph.face) {
      last.text += glyph.text;
      last.ems += glyph.ems;
    } else {
      last = { ...glyph };
      runs.push(last);
    }
  }
  return runs;
}

// Up to 15 MB each: a face is opened when a character is asked of it.
function faceOf(name: string, path: string): Face {
  let opened: fontkit.Font | undefined;
  const font = (): fontkit.Font => (opened ??= fontkit.openSync(path) as fontkit.Font);
  return {
    name,
    get font() {
      return font();
    },
    has: (codePoint) => font().hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => font().glyphForCodePoint(codePoint).advanceWidth / font().unitsPerEm,
  };
}
