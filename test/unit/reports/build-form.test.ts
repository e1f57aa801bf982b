import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { sayIn } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import { emptyRecords, formSource, items, keys, trips, wideBook } from './form-books.js';

const say = sayIn('zh-CN');

function blocks<K extends Block['kind']>({ blocks: all }: ReportDocument, kind: K): readonly Extract<Block, { kind: K }>[] {
  return all.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

describe('a blank table', () => {
  const blank = buildForm(formSource(keys, emptyRecords(3)), say);
  const [table] = blocks(blank, 'form-table');

  it('has numbered rows, boxes to tick, and nothing else in them', () => {
    expect(table?.bands[0]?.rows).toEqual([1, 2, 3].map((row) => [String(row), '', '', '', '是□  否□', '', '']));
    expect(table?.rowHeight).toBeGreaterThanOrEqual(9);
  });

  it('leaves person, day and level to the pen, and says who decides the level', () => {
    expect(blocks(blank, 'form-head')[0]?.fields.map((field) => field.replaceAll('　', ''))).toEqual(['填报单位：东湖区示例局', '填表人：', '日期：年月日', '密级（由定密责任人确定）：']);
  });

  it('has no number and promises no verification', () => {
    expect(blank.number).toBe('');
    expect(blank.footer).toContain('表 A99');
    expect(blank.footer).not.toMatch(/\{number\}|\{code\}/);
  });

  it('is signed by those whom offices name where its template names nobody', () => {
    expect(blocks(blank, 'form-signatures')[0]?.signers).toEqual(['填表人：', '审核人：', '负责人：']);
  });
});

describe('a filled table', () => {
  const row = { no: 'K-1', person: '钱某', lent_at: '2026-03-05', returned: true, why: '取文件' };
  const filled = buildForm(formSource(keys, [{ cells: row, children: [] }, { cells: { no: 'K-2', returned: false }, children: [] }], 'R-2026-0007'), say);

  it('says what the book says, with ticked boxes', () => {
    expect(blocks(filled, 'form-table')[0]?.bands[0]?.rows).toEqual([
      ['1', 'K-1', '钱某', '2026-03-05', '是☑  否□', '取文件', ''],
      ['2', 'K-2', '', '', '是□  否☑', '', ''],
    ]);
  });

  it('names unit, person and day, but never a level', () => {
    const fields = blocks(filled, 'form-head')[0]?.fields ?? [];
    expect(fields.slice(0, 3)).toEqual(['填报单位：东湖区示例局', '填表人：钱宁', '日期：2026年11月24日']);
    expect(fields[3]?.trim()).toBe('密级（由定密责任人确定）：');
  });

  it('carries number and check code in its footer', () => {
    expect(filled.footer).toMatch(/\{number\}.*\{code\}/);
  });

  it('of an empty book says so', () => {
    expect(blocks(buildForm(formSource(keys, [], 'R-2026-0007'), say), 'paragraph')[0]?.text).toBe(say('form.no-rows'));
  });
});

describe('an approval form', () => {
  const blankItems = { template: items, rows: [{}, {}] };

  it('lists the choices to tick and says what to write, and leaves a box to sign in', () => {
    const [card] = blocks(buildForm(formSource(trips, emptyRecords(1)), say), 'form-card');
    const cells = card?.rows.flat() ?? [];
    expect(cells.find(({ label }) => label === '交通方式')?.value).toBe('□公务车  □高铁  □步行');
    expect(cells.find(({ label }) => label === '保密措施')?.hint).toBe('写明包装、交通、住宿');
    expect(cells.find(({ label }) => label === '部门意见')?.foot).toContain('签字');
  });

  it('puts short cells two in a row, in the order of the template', () => {
    const [card] = blocks(buildForm(formSource(trips, emptyRecords(1)), say), 'form-card');
    expect(card?.rows.map((row) => row.map(({ label }) => label))).toEqual([['编号', '外出日期'], ['交通方式', '是否两人同行'], ['保密措施'], ['部门意见']]);
  });

  it('asks nobody to sign twice: who has a box signs there', () => {
    const [signatures] = blocks(buildForm(formSource(trips, emptyRecords(1)), say), 'form-signatures');
    expect(signatures?.signers).toEqual(['携带人：']);
  });

  it('has the rows that belong to it below, without the columns that repeat it', () => {
    const [table] = blocks(buildForm(formSource(trips, [{ cells: {}, children: [blankItems] }]), say), 'form-table');
    expect(table?.title).toBe('携带载体清单');
    expect(table?.bands[0]?.columns.map(({ title }) => title)).toEqual(['序号', '载体编号', '份数']);
  });

  it('begins each record on a page of its own', () => {
    const document = buildForm(formSource(trips, [{ cells: { no: 'W-1' }, children: [] }, { cells: { no: 'W-2' }, children: [] }], 'R-2026-0008'), say);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['form-head', 'form-card', 'form-signatures', 'page-break', 'form-head', 'form-card', 'form-signatures']);
  });
});

describe('how a table lies on its page', () => {
  const laid = (count: number): { document: ReportDocument; bands: readonly { readonly columns: readonly { readonly title: string; readonly width: number }[] }[] } => {
    const document = buildForm(formSource(wideBook(count), emptyRecords(2)), say);
    return { document, bands: blocks(document, 'form-table')[0]?.bands ?? [] };
  };

  it.each([[6, false, 1], [11, true, 1], [30, true, 3]])('%i columns of days: crosswise %s, in %i bands', (count, isLandscape, bands) => {
    const { document, bands: found } = laid(count);
    expect([document.landscape === true, found.length]).toEqual([isLandscape, bands]);
  });

  it('in bands every column stands once, and number and key in each', () => {
    const { bands } = laid(40);
    const titles = bands.map(({ columns }) => columns.map(({ title }) => title));
    for (const band of titles) expect(band.slice(0, 2)).toEqual(['序号', '编号']);
    expect(titles.flatMap((band) => band.slice(2))).toEqual(Array.from({ length: 39 }, (_, index) => `第${String(index + 1)}次核对`));
  });

  it.each([2, 6, 11, 30, 80])('%i columns: each is as wide as two characters, and together they fill the page', (count) => {
    const { document, bands } = laid(count);
    for (const { columns } of bands) {
      expect(Math.min(...columns.map(({ width }) => width))).toBeGreaterThanOrEqual(2 * 9);
      expect(Math.round(columns.reduce((sum, { width }) => sum + width, 0) / 5) * 5).toBe(document.landscape === true ? 740 : 485);
    }
  });
});
