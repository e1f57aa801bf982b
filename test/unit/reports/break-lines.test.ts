import { describe, expect, it } from 'vitest';
import { breakLines } from '#reports/pdf/break-lines.js';
import { lineBreaker } from '#reports/pdf/canvas.js';
import { openFaces } from '#reports/pdf/faces.js';
import { officialLooks } from '#reports/pdf/official-grid.js';
import { official } from '#reports/pdf/sheet.js';
import { officialFonts } from '../../fixtures/papers/official-paper.js';

// An ideograph and its marks are one wide, Latin letters and digits a half.
const measure = (text: string): number => [...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 128 ? 0.5 : 1), 0);
const codes = ['A-03', 'W-2026-0041', 'SJ-2026-0001', 'UNIT-28'];

describe('lines of a letter', () => {
  it('never tear a code, wherever on the line it comes and whatever marks follow it', () => {
    for (const code of codes) {
      for (const marks of ['', '。', '）', '）。', '”）；', '：']) {
        for (let before = 0; before <= 60; before += 1) {
          const lines = breakLines(`${'自'.repeat(before)}（${code}${marks}查评`, 28, measure);
          expect(lines.filter((line) => line.includes(code)), lines.join('|')).toHaveLength(1);
        }
      }
    }
  });

  it('never tear one in an official body either, set in the real face on the grid of 28', () => {
    const lines = lineBreaker(openFaces(officialFonts));
    for (const code of codes) {
      for (let before = 0; before <= 28; before += 1) {
        const broken = lines(`${'检'.repeat(before)}（${code}）。${'验'.repeat(4)}`, officialLooks.text, official.content);
        expect(broken.filter((line) => line.includes(code)), broken.join('|')).toHaveLength(1);
      }
    }
  });

  it('hold no more than one mark beyond the edge, also where a code was held back', () => {
    for (let before = 0; before <= 60; before += 1) {
      const lines = breakLines(`${'自'.repeat(before)}W-2026-0041）。${'查'.repeat(30)}`, 28, measure);
      expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(29);
      expect(lines.join('')).toBe(`${'自'.repeat(before)}W-2026-0041）。${'查'.repeat(30)}`);
    }
  });

  it('cut a word that is wider than the line, as they must', () => {
    expect(breakLines('A'.repeat(70), 28, measure).map((line) => line.length)).toEqual([56, 14]);
  });
});
