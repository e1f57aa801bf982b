import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '#messages/say.js';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { checkSeal, hasSeal } from '#reports/pdf/seal-bytes.js';
import type { Desk } from '#workflows/desk.js';
import { verifyReport, type ReportVerification } from '#workflows/verify-report.js';
import { changedStream, resealed } from '../fixtures/papers/forge.js';
import { official, officialFonts, officialPaper, signOff } from '../fixtures/papers/official-paper.js';
import { shippedFonts, shippedOnly, shortBody, smallPaper } from '../fixtures/papers/small-paper.js';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const folder = mkdtempSync(join(tmpdir(), 'zicha-paper-'));
const desk: Desk = {
  program: { root, version },
  folder,
  door: { now: () => '2026-11-24T05:00:00.000Z', newId: () => '00000000-0000-4000-8000-000000000000' },
  say: sayIn('zh-CN'),
};

let paper: Buffer;

beforeAll(async () => {
  paper = (await drawDocument(smallPaper(shortBody, version), shippedFonts)).bytes;
});

function verify(bytes: Buffer): Promise<ReportVerification> {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  return verifyReport(desk, file);
}

function stateOf(verification: ReportVerification, layer: string): string | undefined {
  return verification.layers.find((each) => each.layer === layer)?.state;
}

describe('a paper can be trusted offline', () => {
  it('is the same, byte for byte, when the same figures are drawn again', async () => {
    expect((await drawDocument(smallPaper(shortBody, version), shippedFonts)).bytes.equals(paper)).toBe(true);
  });

  it('verifies in every layer as it was written', async () => {
    const verification = await verify(paper);
    expect(verification.conclusion).toBe('sound');
    expect(verification.layers.map((each) => each.state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('carries the figures it was drawn from', () => {
    expect(readAttachment(paper).attachment).toEqual(smallPaper(shortBody, version));
  });

  it('shows one flipped bit anywhere in the file', () => {
    const unseen = [];
    for (let at = 0; at < paper.length; at += 1) {
      const changed = Buffer.from(paper);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      if (hasSeal(changed) && checkSeal(changed) === 'ok') unseen.push(at);
    }
    expect(unseen).toEqual([]);
  });

  it.each([0, 3, 500])('is refused with exit 5 when byte %i is damaged', async (at) => {
    const changed = Buffer.from(paper);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await verify(changed)).conclusion).toBe('failed');
  });

  it('is refused when a page was changed, the figures left alone and the digest computed anew', async () => {
    const forged = resealed(changedStream(paper, otherGlyphs));
    const verification = await verify(forged);
    expect(stateOf(verification, 'digest')).toBe('ok');
    expect(stateOf(verification, 'attachment')).toBe('ok');
    expect(stateOf(verification, 'page-text')).toBe('failed');
    expect(verification.conclusion).toBe('failed');
  });

  it('is refused when a raised score was attached, even if all else fits', async () => {
    const raised = smallPaper(shortBody, version);
    const assessments = raised.assessments.map((each) => ({ ...each, score: { ...each.score, split: { ...each.score.split, earned: 600, lost: 0 } } }));
    const verification = await verify((await drawDocument({ ...raised, assessments }, shippedFonts)).bytes);
    expect(stateOf(verification, 'digest')).toBe('ok');
    expect(stateOf(verification, 'page-text')).toBe('ok');
    expect(stateOf(verification, 'score')).toBe('failed');
    expect(verification.conclusion).toBe('failed');
  });

  it('is refused when it ends early', async () => {
    expect((await verify(paper.subarray(0, paper.length - 300))).conclusion).toBe('failed');
  });

  it('written by another version says that its pages were not compared', async () => {
    const verification = await verify((await drawDocument(smallPaper(shortBody, '9.9.9'), shippedFonts)).bytes);
    expect(stateOf(verification, 'page-text')).toBe('not-compared');
    expect(verification.conclusion).toBe('not-compared');
  });

  it('drawn with the office\'s own fonts records them, and says so where they are missing', async () => {
    const installed = mkdtempSync(join(tmpdir(), 'zicha-fonts-'));
    // Other bytes under the usual name of 仿宋: a changed comment after the tables leaves the font usable.
    writeFileSync(join(installed, 'simfang.ttf'), Buffer.concat([readFileSync(join(shippedOnly.program, 'NotoSansSC_400Regular.ttf')), Buffer.from('office')]));
    const fonts = findFonts({ ...shippedOnly, installed: [installed] });
    expect(fonts.used.find((font) => font.role === 'body')).toMatchObject({ name: 'simfang.ttf', origin: 'installed' });
    const drawn = await drawDocument(smallPaper(shortBody, version, fonts), fonts);
    const verification = await verify(drawn.bytes);
    expect(verification.layers.at(-1)?.note).toContain('simfang.ttf');
    expect(verification.conclusion).toBe('not-compared');
  });

  it('an official paper is sound when it is drawn again, with its own list of fonts', async () => {
    const paper = officialPaper([official('title', '报告'), official('h2', '（一）人员'), signOff]);
    const verification = await verify((await drawDocument({ ...paper, toolVersion: version }, officialFonts)).bytes);
    expect(verification.conclusion).toBe('sound');
  });

  it('a paper whose list leaves out a font that its pages need is not drawn again, and does not stop the program', async () => {
    const paper = officialPaper([official('h2', '（一）人员')]);
    for (const fonts of [[], paper.fonts.filter(({ role }) => role !== 'kai')]) {
      const verification = await verify((await drawDocument({ ...paper, fonts, toolVersion: version }, officialFonts)).bytes);
      expect(verification.layers.at(-1)).toMatchObject({ layer: 'page-text', state: 'not-compared' });
    }
  });

  it('of another program is not taken for ours', async () => {
    await expect(verify(Buffer.from('%PDF-1.7\n%%EOF\n'))).rejects.toMatchObject({ code: 'report-not-ours', exit: 5 });
    await expect(verify(Buffer.from('a letter'))).rejects.toMatchObject({ code: 'report-not-a-pdf', exit: 4 });
  });
});

// A glyph code of a text operator replaced by another of the same paper.
function* otherGlyphs(text: string): Generator<string> {
  if (!text.includes('TJ') && !text.includes('Tj')) return;
  const codes = [...text.matchAll(/<([0-9a-f]{4})/g)];
  for (const [left] of codes.entries()) {
    const [from, to] = [codes[left], codes[left + 1]];
    if (from?.[1] !== undefined && to?.[1] !== undefined && from[1] !== to[1]) yield `${text.slice(0, from.index + 1)}${to[1]}${text.slice(from.index + 5)}`;
  }
}
