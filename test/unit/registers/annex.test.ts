import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkShape } from '#catalog/check-shape.js';
import { openChecklist } from '#catalog/open-checklist.js';
import { readYaml } from '#catalog/read-yaml.js';
import { RegisterTemplate } from '#domain/register.js';
import { completeChecklist, sumOfPoints, type CompletedChecklist } from '#registers/annex/complete-checklist.js';
import { readAnnex, type ReadAnnex } from '#registers/annex/read-annex.js';
import { readRule } from '#registers/annex/read-rule.js';
import { openBook } from '#registers/read-book.js';
import { annexCsv, annexLines, type AnnexLine } from '../../fixtures/annex/annex-sheet.js';

const root = join(import.meta.dirname, '../../..');
const template = checkShape(readYaml(join(root, 'templates/annexes/national-59.yaml')), RegisterTemplate);
const shipped = openChecklist(join(root, 'checklists/national-59.yaml')).checklist;

async function read(lines: readonly AnnexLine[]): Promise<ReadAnnex> {
  return readAnnex(await openBook(Buffer.from(annexCsv(lines)), 'annex.csv'), template);
}

async function completedWith(lines: readonly AnnexLine[]): Promise<CompletedChecklist> {
  return completeChecklist(shipped, shipped, (await read(lines)).items, '2026-11-24');
}

const changed = (no: number, change: Partial<AnnexLine>): AnnexLine[] => annexLines().map((line) => (line.no === no ? { ...line, ...change } : line));
const itemIn = ({ checklist }: CompletedChecklist, id: string) => checklist.sections.flatMap((section) => section.items).find((item) => item.id === id);

describe('a scoring rule', () => {
  it.each([
    ['未召开会议的，扣1分', [['未召开会议的', 1, 'item']]],
    ['未听取汇报的，扣0.5—1分。', [['未听取汇报的', [0.5, 1], 'item']]],
    ['未听取汇报的扣0.5分至1分', [['未听取汇报的', [0.5, 1], 'item']]],
    ['每起扣4分', [['每起', 4, 'occurrence']]],
    ['发现1起扣4分', [['发现1起', 4, 'occurrence']]],
    ['没有审批的，每件扣0.5分，扣完为止', [['没有审批的', 0.5, 'occurrence']]],
    ['每年未开展检查的，扣1分', [['每年未开展检查的', 1, 'item']]],
    ['没有建立制度的，不得分', [['没有建立制度的', 3, 'item']]],
    ['1.未部署的，扣1分；2.未检查的，扣1分', [['未部署的', 1, 'item'], ['未检查的', 1, 'item']]],
  ] as const)('%s', (rule, expected) => {
    const { deductions, understood } = readRule('NAT-06', rule, 3);
    expect([understood, deductions.map(({ when, points, per }) => [when, points, per])]).toEqual([true, expected]);
  });

  it.each(['酌情扣分', '未部署的，扣1分；情节严重的从重', '扣1—1分', ''])('“%s” is not understood: the assessor enters 0 up to the points', (rule) => {
    const { deductions, understood } = readRule('NAT-06', rule, 3);
    expect([understood, deductions.map(({ id, points }) => [id, points])]).toEqual([false, [['NAT-06.1', [0, 3]]]]);
  });
});

describe('the sheet of an annex', () => {
  it('is read whole: 59 items, the category carried down', async () => {
    const { items, problems } = await read(annexLines());
    expect([items.length, problems, items[3]?.category]).toEqual([59, [], items[0]?.category]);
  });

  it('several rules of one item, in rows of their own, make one item', async () => {
    const [first, ...rest] = annexLines() as [AnnexLine, ...AnnexLine[]];
    const { items, problems } = await read([{ ...first, rule: '甲没有的，扣1分' }, { ...first, rule: '乙没有的，扣1分' }, ...rest]);
    expect([items.length, problems, items[0]?.rule]).toEqual([59, [], '甲没有的，扣1分\n乙没有的，扣1分']);
  });

  it.each([
    ['a number that is none', changed(7, { no: '甲' }), ['annex-number-invalid', 8, '序号']],
    ['number 60', changed(7, { no: 60 }), ['annex-number-invalid', 8, '序号']],
    ['a number twice', changed(7, { no: 6 }), ['annex-number-twice', 8, '序号']],
    ['no points', changed(7, { points: '' }), ['annex-points-missing', 8, '分值']],
    ['points in words', changed(7, { points: '两分' }), ['cell-not-a-number', 8, '分值']],
    ['no content', changed(7, { content: '' }), ['cell-required', 8, '自查内容']],
  ] as const)('%s is told with its row and column', async (_name, lines, expected) => {
    const { problems } = await read(lines);
    expect(problems.map(({ code, params }) => [code, params['line'], params['column']])).toEqual([expected]);
  });
});

describe('the completed sheet', () => {
  it('has every item, 100 points, and keeps public deductions where the points agree', async () => {
    const done = await completedWith(annexLines());
    expect([done.complete, done.missing, sumOfPoints(done.checklist), done.disagreements]).toEqual([59, [], { sum: 10_000, isWhole: true }, []]);
    const known = shipped.sections.flatMap((section) => section.items).find(({ id }) => id === 'NAT-01');
    expect(itemIn(done, 'NAT-01')).toMatchObject({ withheld: true, confidence: 'annex', title: known?.title, deductions: known?.deductions });
    expect(itemIn(done, 'NAT-06')).toMatchObject({ withheld: true, title: '第 6 项', points: 1, deductions: [{ id: 'NAT-06.1', points: [0, 1] }] });
    expect(done.notUnderstood).toEqual(annexLines().flatMap(({ no }) => (Number(no) > 4 && Number(no) <= 50 && Number(no) % 2 === 0 ? [`NAT-${String(no).padStart(2, '0')}`] : [])));
  });

  it('a value that differs from the public one is listed, and the annex counts', async () => {
    const lines = changed(1, { points: 5, rule: '没有部署的，扣5分' }).map((line) => (line.no === 58 ? { ...line, rule: '发现1起扣8分' } : line));
    const done = await completedWith(lines);
    expect(done.disagreements).toEqual([{ itemId: 'NAT-01', known: '4', annex: '5' }, { itemId: 'NAT-58', known: '6×', annex: '8×' }]);
    expect(itemIn(done, 'NAT-01')).toMatchObject({ points: 5, deductions: [{ points: 5 }] });
    expect(itemIn(done, 'NAT-58')?.deductions).toMatchObject([{ points: 8, per: 'occurrence' }]);
  });

  it('a part of the annex leaves the rest as it is, and says what is missing', async () => {
    const done = await completedWith(annexLines().filter(({ no }) => Number(no) <= 8));
    expect([done.imported.length, done.complete, done.missing.length, done.missing[0]]).toEqual([8, 15, 44, 'NAT-09']);
    expect([itemIn(done, 'NAT-09')?.confidence, done.checklist.origin.includes('不完整')]).toEqual(['unknown', true]);
  });

  it('the short name of the unit is taken, unless it is the text itself', async () => {
    const done = await completedWith(changed(6, { short: '我们的简称' }).map((line) => (line.no === 7 ? { ...line, short: line.content } : line)));
    expect([itemIn(done, 'NAT-06')?.title, itemIn(done, 'NAT-07')?.title]).toEqual(['我们的简称', '第 7 项']);
  });

  it('names of categories are taken only where they are public', async () => {
    const titles = (await completedWith(annexLines())).checklist.sections.map(({ title }) => title);
    expect(titles).toEqual(['一、保密工作领导责任制落实情况', '二、类别名称见正式附件', '十五、加重扣分项', '十六、否决项']);
  });
});
