import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '#domain/report-document.js';
import { drawDocument, type DrawnPaper } from '#reports/pdf/draw-document.js';
import { official, officialFonts, officialPaper } from '../fixtures/papers/official-paper.js';
import { shippedFonts, shortBody, smallPaper } from '../fixtures/papers/small-paper.js';
import { systemProgram } from './system-program.js';

const folder = mkdtempSync(join(tmpdir(), 'zicha-readers-'));
const file = join(folder, 'paper.pdf');
const twin = join(folder, 'twin.pdf');

const longTable: Block = {
  kind: 'table',
  columns: [{ title: '编号', width: 1, align: 'left' }, { title: '检查目标', width: 4, align: 'left' }],
  rows: Array.from({ length: 120 }, (_, index) => [`UNIT-${String(index)}`, '保密责任书在有效期内，逐项有记录']),
};
const form: readonly Block[] = [
  { kind: 'form-card', rows: [[{ label: '部门意见', value: '', height: 20, foot: '签字：' }]], keep: 0, fillsPage: false },
  { kind: 'form-table', bands: [{ columns: [{ title: '账物是否一致', width: 1, align: 'center' }], rows: [['是☑  否□']] }], rowHeight: 9, keep: 0 },
];
const body: readonly Block[] = [...shortBody, ...form, { kind: 'page-break' }, longTable];

let drawn: DrawnPaper;

beforeAll(async () => {
  drawn = await drawDocument(smallPaper(body, '0.1.0'), shippedFonts);
  writeFileSync(file, drawn.bytes);
  writeFileSync(twin, (await drawDocument(smallPaper(body, '0.1.0'), shippedFonts, 'A-1b')).bytes);
});

const text = systemProgram('/usr/bin/pdftotext', 'poppler-utils');
const picture = systemProgram('/usr/bin/pdftoppm', 'poppler-utils');
const structure = systemProgram('/usr/bin/qpdf', 'qpdf');
const camera = systemProgram('/usr/bin/zbarimg', 'zbar-tools');
const java = systemProgram('/usr/bin/java', 'default-jre-headless');

const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`);
const noPreflight = java.missing || jars.some((jar) => !existsSync(jar));

describe('other programs read the paper', () => {
  it.skipIf(text.missing)(`its text can be taken out, with the check code in every footer${text.note}`, () => {
    const pages = text.run('-layout', file, '-').split('\f').slice(0, -1);
    expect(pages).toHaveLength(drawn.pages);
    expect(pages[0]).toContain('两项检查，一项不符合：分工文件没有更新。');
    for (const page of pages) expect(page).toContain(drawn.checkCode);
  });

  it.skipIf(text.missing)(`a table's header stands again on every page it reaches${text.note}`, () => {
    const pages = text.run('-layout', file, '-').split('\f').slice(1, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(/编号\s+检查目标/);
  });

  it.skipIf(text.missing)(`a ticked box is taken out ticked${text.note}`, () => {
    expect(text.run('-raw', '-l', '1', file, '-').replace(/\s/g, '')).toContain('是☑否□');
  });

  it.skipIf(text.missing)(`a full page of an official body is 156 by 225 mm on 22 lines${text.note}`, async () => {
    const letter = join(folder, 'letter.pdf');
    writeFileSync(letter, (await drawDocument(officialPaper([official('to', '检'.repeat(28 * 30))]), officialFonts)).bytes);
    const boxes = [...text.run('-bbox', '-f', '1', '-l', '1', letter, '-').matchAll(/<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">检{28}</g)].map((match) => match.slice(1).map(Number) as [number, number, number, number]);
    expect(boxes).toHaveLength(22);
    const mm = 72 / 25.4;
    const middles = boxes.map(([, top, , bottom]) => (top + bottom) / 2);
    expect((Math.max(...middles) - Math.min(...middles)) / 21).toBeCloseTo(28.991, 1);
    for (const [left, , right] of boxes) {
      expect(Math.abs(left / mm - 28)).toBeLessThan(0.3);
      expect(Math.abs(right / mm - (210 - 26))).toBeLessThan(0.3);
    }
  });

  it.skipIf(structure.missing)(`its structure is sound and its attachment is named, typed and dated${structure.note}`, () => {
    expect(structure.run('--check', file)).toContain('No syntax or stream encoding errors');
    const { attachments } = JSON.parse(structure.run('--json', '--json-key=attachments', file)) as { attachments: Record<string, { streams: Record<string, unknown>; preferredname: string }> };
    const attached = attachments['report.json'];
    expect(attached?.preferredname).toBe('report.json');
    expect(JSON.stringify(attached)).toContain('application/json');
    expect(structure.run('--show-object=trailer', file)).toContain('/Info');
    expect(structure.run('--qdf', '--object-streams=disable', file, '-')).toMatch(/\/AFRelationship \/Data/);
  });

  it.skipIf(picture.missing || camera.missing)(`a telephone reads number, check code and digest from its QR code${picture.missing ? picture.note : camera.note}`, () => {
    picture.run('-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page'));
    expect(camera.run('--raw', '-q', join(folder, 'page.png')).trim()).toBe(`ZICHA R-2026-0001 ${drawn.checkCode} ${drawn.dataDigest}`);
  });

  it.skipIf(noPreflight)(`its twin without attachment is valid PDF/A-1b, and it differs only where the parts do${noPreflight ? ' (skipped: needs libpdfbox2-java)' : ''}`, () => {
    expect(preflight(twin)).toEqual([]);
    // 1.2.9 and 1.4.7: an attachment; 3.1.11: CIDSet, which only part 1 wants; 7.11.2: the part's number.
    expect(preflight(file)).toEqual(['1.2.9', '1.4.7', '3.1.11', '7.11.2']);
  });
});

/** Error codes of the validator, each once. */
function preflight(path: string): string[] {
  const said = validate(path);
  if (said.includes('is a valid PDF/A-1b file')) return [];
  const codes = [...said.matchAll(/^\s*(\d+(?:\.\d+)+)\s*:/gm)].map((match) => match[1] ?? '');
  return codes.length === 0 ? [said] : [...new Set(codes)].sort();
}

function validate(path: string): string {
  try {
    return java.run('-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path);
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  }
}
