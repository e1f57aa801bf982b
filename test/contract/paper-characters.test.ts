import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { openFaces } from '#reports/pdf/faces.js';
import { shippedFonts, smallPaper } from '../fixtures/papers/small-paper.js';

const faces = openFaces(shippedFonts);
const beyond = readFileSync(join(import.meta.dirname, '../fixtures/characters/general-standard.txt'), 'utf8').split('\n')[1] ?? '';

function codeOnly(from: number, to: number): string[] {
  const characters = Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  return characters.filter((character) => faces.runs(character, 'body')[0]?.text !== character);
}

describe('names and places print as they are written', () => {
  it('every unified ideograph of the basic block has a glyph', () => {
    expect(codeOnly(0x4e00, 0x9fff)).toEqual([]);
  });

  it('every character of extension A has a glyph', () => {
    expect(codeOnly(0x3400, 0x4dbf)).toEqual([]);
  });

  it('every character of the general standard list has a glyph', () => {
    expect([...beyond]).toHaveLength(196);
    expect([...beyond].filter((character) => faces.runs(character, 'title')[0]?.text !== character)).toEqual([]);
  });

  it('a character that no font has is printed as its code, with a warning, never as a box', async () => {
    const drawn = await drawDocument(smallPaper([{ kind: 'paragraph', text: '张\u{1f600}某\ue000', style: 'body' }], '0.0.0'), shippedFonts);
    expect(drawn.missing).toEqual(['\u{1f600}', '\ue000']);
    expect(faces.runs('\u{1f600}', 'body')[0]?.text).toBe('U+1F600');
  });

  it('control and direction characters never reach the paper', async () => {
    const drawn = await drawDocument(smallPaper([{ kind: 'paragraph', text: '张\u202e某\u0007', style: 'body' }], '0.0.0'), shippedFonts);
    expect(drawn.missing).toEqual([]);
  });
});
