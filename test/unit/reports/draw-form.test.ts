import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { sayIn } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import { lineBreaker, measuringCanvas, type Canvas, type Style } from '#reports/pdf/canvas.js';
import { drawBlankForm, drawDocument } from '#reports/pdf/draw-document.js';
import { drawBlocks } from '#reports/pdf/draw-blocks.js';
import { openFaces } from '#reports/pdf/faces.js';
import { cellText, centredText } from '#reports/pdf/form-cell.js';
import { checkSeal, hasSeal, isBlankForm } from '#reports/pdf/seal-bytes.js';
import { landscape, portrait } from '#reports/pdf/sheet.js';
import { shippedFonts, smallPaper } from '../../fixtures/papers/small-paper.js';
import { emptyRecords, formSource, keys, trips, wideBook } from './form-books.js';

const say = sayIn('zh-CN');
const faces = openFaces(shippedFonts);
const lines = lineBreaker(faces);
const style: Style = { role: 'body', size: 9, pitch: 1.25 };

/** What was written where, page by page, without a PDF. */
interface Written {
  readonly text: string;
  readonly top: number;
  readonly page: number;
}

function written(document: ReportDocument): { readonly pages: number; readonly lines: readonly Written[] } {
  const sheet = document.landscape === true ? landscape : portrait;
  const all: Written[] = [];
  let page = 0;
  const to: Canvas = Object.assign(measuringCanvas({ faces, lines, sheet }, () => { page += 1; }), {
    line: (text: string, _x: number, top: number) => { all.push({ text, top, page }); },
  });
  to.newPage();
  drawBlocks(to, document.blocks, { code: '', digest: '', number: '' });
  return { pages: page, lines: all };
}

describe('a cell', () => {
  let to: Canvas;
  beforeAll(() => {
    to = measuringCanvas({ faces, lines, sheet: portrait }, () => undefined);
  });

  it.each(['具体位置（楼、层、房号）', '出国（境）证件保管', '示局保〔2026〕16号。”）', 'XHPZ-2026-0000000000018', '是☑  否□', '赵、钱、孙、李。'])('%s never hangs over its border, and loses nothing', (text) => {
    for (const width of [26, 34, 50, 80]) {
      for (const broken of [cellText, centredText]) {
        const cell = broken(to, text, style, width);
        for (const line of cell.lines) expect(faces.width(line, 'body', 9)).toBeLessThanOrEqual(width - 4);
        expect(cell.lines.join('').replaceAll(' ', '')).toBe(text.replaceAll('☑', '□').replaceAll(' ', ''));
      }
    }
  });

  it('in the middle has lines about equally long: no single character is left over', () => {
    expect(centredText(to, '职务及涉密岗位', style, 62).lines).toEqual(['职务及涉', '密岗位']);
  });

  it('of choices is broken between them', () => {
    expect(cellText(to, '□送销毁机构  □自行销毁  □其他', style, 100).lines).toEqual(['□送销毁机构', '□自行销毁  □其他']);
  });

  it('knows which of its boxes are ticked', () => {
    expect(cellText(to, '是□  否☑', style, 80).ticks).toEqual([false, true]);
  });
});

describe('a drawn form', () => {
  const records = Array.from({ length: 60 }, (_, index) => ({ cells: { no: `K-${String(index + 1)}`, why: '取文件', returned: true }, children: [] }));

  it('of fifteen blank rows stands on one page, crosswise too', () => {
    expect(written(buildForm(formSource(keys, emptyRecords(15)), say)).pages).toBe(1);
    expect(written(buildForm(formSource(wideBook(11), emptyRecords(15)), say)).pages).toBe(1);
  });

  it('has its header on each page, each record once, and the signatures not alone', () => {
    const { pages, lines: all } = written(buildForm(formSource(keys, records, 'R-2026-0007'), say));
    expect(pages).toBeGreaterThan(1);
    expect(all.filter(({ text }) => text === '序号')).toHaveLength(pages);
    expect(all.filter(({ text }) => text.startsWith('K-')).map(({ text }) => text)).toEqual(records.map(({ cells }) => cells.no));
    expect(all.some(({ text, page }) => page === pages && text.startsWith('K-'))).toBe(true);
  });

  it('in bands keeps a record on one page', () => {
    const { lines: all } = written(buildForm(formSource(wideBook(40), emptyRecords(15)), say));
    const pagesOf = (number: string): Set<number> => new Set(all.filter(({ text }) => text === number).map(({ page }) => page));
    for (let row = 1; row <= 15; row += 1) expect(pagesOf(String(row)).size).toBe(1);
  });

  it.each(['table', 'card'] as const)('as a %s with a text of many pages loses none of it and stays above the footer', (layout) => {
    const why = Array.from({ length: 900 }, (_, index) => `〔${String(index)}〕取用文件，`).join('');
    const source = { ...formSource(keys, [{ cells: { no: 'K-1', why }, children: [] }], 'R-2026-0007'), layout };
    const { pages, lines: all } = written(buildForm(source, say));
    expect(pages).toBeGreaterThan(2);
    expect(all.map(({ text }) => text).join('').replaceAll(' ', '')).toContain(why.slice(0, 40));
    const marks = new Set([...all.map(({ text }) => text).join('').matchAll(/〔(\d+)〕/g)].map((match) => match[1]));
    expect(marks.size).toBe(900);
    for (const { top } of all) expect(top).toBeLessThan(842 - 50);
  });

  it('that is blank is no report: nothing in it can be verified', async () => {
    const { bytes, pages } = await drawBlankForm(buildForm(formSource(trips, emptyRecords(2)), say), '0.1.0', shippedFonts);
    expect([pages, hasSeal(bytes), isBlankForm(bytes)]).toEqual([2, false, true]);
    expect(bytes.includes('EmbeddedFile')).toBe(false);
  });

  it('that is filled is sealed, and the same when it is drawn again', async () => {
    const document = buildForm(formSource(wideBook(30), [{ cells: { no: 'H-1' }, children: [] }], 'R-2026-0007'), say);
    const attachment = { ...smallPaper([], '0.1.0'), document, assessments: [] };
    const [once, again] = [await drawDocument(attachment, shippedFonts), await drawDocument(attachment, shippedFonts)];
    expect(once.bytes.equals(again.bytes)).toBe(true);
    expect(checkSeal(once.bytes)).toBe('ok');
    expect(once.bytes.toString('latin1')).toMatch(/MediaBox \[0 0 841\.89 595\.28\]/);
  });
});

describe('the page of an approval form', () => {
  const heights = (document: ReportDocument): number => {
    const { lines: all } = written(document);
    return Math.max(...all.filter(({ text }) => text.includes('签字')).map(({ top }) => top));
  };

  it('is filled when it is blank: its boxes take what is left', () => {
    const blank = buildForm(formSource(trips, emptyRecords(1)), say);
    const asIs: ReportDocument = { ...blank, blocks: blank.blocks.map((block): Block => (block.kind === 'form-card' ? { ...block, fillsPage: false } : block)) };
    expect(heights(blank)).toBeGreaterThan(heights(asIs) + 100);
  });
});
