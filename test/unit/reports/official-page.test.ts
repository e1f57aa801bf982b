import { describe, expect, it } from 'vitest';
import type { Block } from '#domain/report-document.js';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { drawnPages, type DrawnPage } from '../../fixtures/papers/drawn-text.js';
import { official, officialFonts, officialPaper, signOff } from '../../fixtures/papers/official-paper.js';

const mm = 72 / 25.4;
const within = 0.3;
/** 26 ideographs behind the indent, then lines of 28, without a mark that could hang. */
const full = '保密自查自评工作情况逐项核对记录完整签字齐全按期整改'.slice(0, 25);
const text = (lines: number): Block => official('text', `${full}${'检'.repeat(lines * 28 - 2 - full.length)}`);

async function pagesOf(blocks: readonly Block[], extra?: { readonly mark?: string; readonly watermark?: string }): Promise<readonly DrawnPage[]> {
  return drawnPages((await drawDocument(officialPaper(blocks, extra), officialFonts)).bytes);
}

/** Baselines and texts of the body: 16 points, without page number and footer. */
function body(page: DrawnPage | undefined): DrawnPage['texts'] {
  return (page?.texts ?? []).filter(({ size }) => size === 16);
}

const lineOf = (y: number): number => Math.round((y - 37 * mm) / ((225 * mm) / 22) - 0.7);

describe('a full page of an official body', () => {
  it('has 22 lines of 28 characters at the measured pitch, within margins of 37, 28, 26 and 35 mm', async () => {
    const [first, second] = await pagesOf([text(30)]);
    const lines = body(first);
    expect(lines).toHaveLength(22);
    expect(body(second)).toHaveLength(8);
    expect(lines.map(({ glyphs }) => glyphs.length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const [index, line] of lines.slice(1).entries()) expect(line.y - (lines[index]?.y ?? 0)).toBeCloseTo(28.991, 1);
    const edges = { left: Math.min(...lines.map(({ x }) => x)), right: Math.max(...lines.map(({ x, glyphs, size, spacing }) => x + glyphs.length * (size + spacing))) };
    // The square of a character reaches 0.88 of its size above the baseline and 0.12 below; half of the rest of the pitch is on either side.
    const air = (28.991 - 16) / 2;
    const top = (lines[0]?.y ?? 0) - 0.88 * 16 - air;
    const bottom = (lines[21]?.y ?? 0) + 0.12 * 16 + air;
    expect(Math.abs(edges.left / mm - 28)).toBeLessThan(within);
    expect(Math.abs(((first?.width ?? 0) - edges.right) / mm - 26)).toBeLessThan(within);
    expect(Math.abs(top / mm - 37)).toBeLessThan(within);
    expect(Math.abs(((first?.height ?? 0) - bottom) / mm - 35)).toBeLessThan(within);
    expect(lines[0]?.spacing).toBeCloseTo(-0.207, 2);
  });

  it('never begins a line with a closing mark, and lets one hang over but not two', async () => {
    const [page] = await pagesOf([official('text', `${'检'.repeat(25)}（查）。${'验'.repeat(30)}`), official('text', `${'检'.repeat(26)}。${'验'.repeat(5)}`)]);
    expect(body(page).map(({ glyphs }) => glyphs.length)).toEqual([27, 28, 6, 29, 5]);
  });
});

describe('the page number', () => {
  it('stands outside, one character from the edge, its dashes 7 mm below the type area', async () => {
    const pages = await pagesOf([text(60)]);
    const numbers = pages.map(({ texts }) => texts.find(({ size }) => size === 14));
    const [odd, even] = numbers;
    expect(odd?.y).toBeCloseTo((297 - 35 + 7) * mm + 0.38 * 14, 0);
    expect(even?.y).toBeCloseTo(odd?.y ?? 0, 1);
    expect(even?.x).toBeCloseTo(28 * mm + 14, 1);
    expect(odd?.x).toBeGreaterThan(400);
    expect(odd?.x).toBeLessThan((210 - 26) * mm - 14 - 30);
  });

  it('stays in its place on a crosswise attachment, which is bound turned', async () => {
    const wide: Block = { kind: 'attachment', label: '附件1', title: '评分表', landscape: true };
    const pages = await pagesOf([text(2), wide, wide]);
    expect(pages[1]?.width).toBeGreaterThan(pages[1]?.height ?? 0);
    // Turned about its own beginning, so that x and y stand in the turned system: down the left edge.
    for (const page of pages.slice(1)) expect(page.texts.find(({ size }) => size === 14)?.isTurned).toBe(true);
  });
});

describe('a title', () => {
  it.each([
    ['东湖区示例局保密自查自评报告', 1],
    ['东湖区示例局关于2026年度保密自查自评情况的报告', 2],
    ['东湖区示例局关于2026年度机关各科室和所属单位开展保密自查自评及问题整改情况的报告', 3],
    ['东湖区示例局关于2026年度机关各科室和所属单位开展保密自查自评及督查考评发现问题整改落实情况和下一步工作措施的报告', 3],
  ])('%s stands on %i lines in a trapezoid or rhombus, in the middle', async (title, count) => {
    const [page] = await pagesOf([official('title', title), official('to', '东湖区国家保密局：')]);
    const lines = (page?.texts ?? []).filter(({ size }) => size === 22);
    expect(lines).toHaveLength(count);
    const lengths = lines.map(({ glyphs }) => glyphs.length);
    expect(lengths.reduce((sum, each) => sum + each, 0)).toBe([...title].length);
    const shrinks = lengths.map((each, index) => index > 0 && each < (lengths[index - 1] ?? 0));
    // No hourglass, no rectangle.
    expect(shrinks.some((each, index) => each && (lengths[index + 1] ?? 0) > (lengths[index] ?? 0))).toBe(false);
    if (count > 1) expect(new Set(lengths).size).toBeGreaterThan(1);
    expect(lineOf(body(page)[0]?.y ?? 0)).toBe(count + 1);
  });
});

describe('what belongs together', () => {
  it.each([16, 17, 18, 19, 20, 21, 22])('seal and date never stand alone behind %i lines: two lines of the body go with them', async (lines) => {
    const pages = await pagesOf([text(lines), signOff]);
    const last = body(pages.at(-1));
    expect(last.length).toBeGreaterThanOrEqual(4);
    expect(last.filter(({ glyphs }) => glyphs.length === 28).length).toBeGreaterThanOrEqual(2);
  });

  it('the date ends four characters before the edge, below the unit', async () => {
    const [page] = await pagesOf([text(3), signOff]);
    const [unit, date] = body(page).slice(-2);
    expect(lineOf(unit?.y ?? 0)).toBe(5);
    expect(lineOf(date?.y ?? 0)).toBe(6);
    const middle = (210 - 26) * mm - 4 * 15.793 - (date?.x ?? 0);
    expect(Math.abs((unit?.x ?? 0) + 3 * 15.793 - ((date?.x ?? 0) + middle / 2))).toBeLessThan(1);
  });

  it.each([18, 19, 20, 21])('headings behind %i lines go over together with the text below them', async (lines) => {
    const [page] = await pagesOf([text(lines), official('h1', '一、情况'), official('h2', '（一）人员'), text(5)]);
    const last = body(page).at(-1);
    expect(last?.glyphs.length).toBe(28);
  });

  it('a heading goes over with the table below it', async () => {
    const table: Block = { kind: 'table', size: 'large', columns: [{ title: '项目', width: 1, align: 'left' }], rows: [['人员'], ['设备']] };
    const [first, second] = await pagesOf([text(20), official('h1', '一、情况'), table]);
    expect(body(first)).toHaveLength(20);
    expect(body(second)).toHaveLength(1);
  });

  it.each([28, 29, 30, 31, 32, 33, 34, 35])('the title of a group in a table stays with its first row behind %i others', async (count) => {
    const rows = [...Array.from({ length: count }, () => ['行']), ['组的标题'], ...Array.from({ length: 9 }, () => ['行'])];
    const pages = await pagesOf([{ kind: 'attachment', label: '附件1', title: '表' }, { kind: 'table', columns: [{ title: '项目', width: 1, align: 'left' }], rows, emphasis: [count] }]);
    for (const { texts } of pages.slice(1)) expect(texts.filter(({ size }) => size === 9).at(-1)?.glyphs).toHaveLength(1);
  });

  it('names of attachments stand below one another, one blank line below the body', async () => {
    const [page] = await pagesOf([text(2), { kind: 'attachment-list', label: '附件：', titles: ['评分表', `${'问'.repeat(30)}。`] }, signOff]);
    const [, , label, name, number, long, turned] = body(page);
    expect(lineOf(label?.y ?? 0)).toBe(3);
    expect(label?.x).toBeCloseTo(28 * mm + 2 * 15.793, 1);
    expect(number?.x).toBeCloseTo((label?.x ?? 0) + 3 * 15.793, 1);
    expect([long?.x, turned?.x]).toEqual([name?.x, name?.x]);
    // No full stop after a name.
    expect((long?.glyphs.length ?? 0) + (turned?.glyphs.length ?? 0)).toBe(30);
  });
});

describe('an official paper', () => {
  const rare = '张㛃䶮𬭎';
  const blocks: readonly Block[] = [official('title', rare), official('h1', rare), official('h2', rare), text(3), signOff, { kind: 'attachment', label: '附件1', title: rare }];

  it('prints the mark it was given on the first line, and none of its own', async () => {
    const [marked] = await pagesOf([text(1)], { mark: '内部' });
    expect(lineOf(body(marked)[0]?.y ?? 0)).toBe(0);
    expect(lineOf(body(marked)[1]?.y ?? 0)).toBe(2);
    expect(lineOf(body((await pagesOf([text(1)]))[0])[0]?.y ?? 0)).toBe(0);
  });

  it('has a glyph for every character, in every face', async () => {
    const drawn = await drawDocument(officialPaper(blocks, { watermark: '演示数据' }), officialFonts);
    expect(drawn.missing).toEqual([]);
    expect(drawnPages(drawn.bytes).flatMap(({ texts }) => texts.filter(({ glyphs }) => glyphs.includes(0)))).toEqual([]);
  });

  it('is the same to the byte when it is drawn again', async () => {
    const [once, again] = [await drawDocument(officialPaper(blocks), officialFonts), await drawDocument(officialPaper(blocks), officialFonts)];
    expect(once.bytes.equals(again.bytes)).toBe(true);
  });
});
