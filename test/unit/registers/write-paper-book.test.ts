import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { openWorkbook, type OpenedSheet } from '#registers/spreadsheet.js';
import { writePaperBook } from '#registers/write-paper-book.js';
import { everyBlock } from '../../fixtures/papers/every-block.js';
import { smallPaper } from '../../fixtures/papers/small-paper.js';

const seal = { code: '7F3K-92QD-M4XP', digest: 'abcdef' };

async function sheetsOf(blocks: readonly Block[], extra: Partial<ReportDocument> = {}): Promise<readonly OpenedSheet[]> {
  const bytes = await writePaperBook({ ...smallPaper(blocks, '0.1.0').document, ...extra }, seal);
  return (await openWorkbook(bytes, 'paper.xlsx', () => true)).sheets;
}

const table = (...rows: string[][]): Block => ({ kind: 'table', columns: [{ title: '项目', width: 3, align: 'left' }, { title: '得分', width: 1, align: 'right' }], rows });
const attachment = (title: string): Block => ({ kind: 'attachment', label: '附件1', title });

describe('a paper as a workbook', () => {
  it.each(Object.entries(everyBlock))('says what a %s says', async (_, { block, words }) => {
    const text = (await sheetsOf([block])).flatMap(({ rows }) => rows.flat()).map(String).join('\n');
    for (const word of words) expect(text).toContain(word);
  });

  it('has its text first, then a sheet a table, called after its heading, none twice', async () => {
    const sheets = await sheetsOf([attachment('评分表/总'), table(['甲', '1']), attachment('评分表/总'), table(['乙', '2']), attachment('一个超过三十一个字的附件标题用来看工作表名称怎样截短是否仍然可读而不重复'), table(['丙', '3'])]);
    expect(sheets.map(({ name }) => name)).toEqual(['正文', '评分表 总', '评分表 总2', '一个超过三十一个字的附件标题用来看工作表名称怎样截短']);
    expect(sheets[0]?.rows.flat()).toContain('（见工作表“评分表 总2”）');
    expect(sheets[0]?.rows.flat().at(-1)).toBe('R-2026-0001  7F3K-92QD-M4XP');
  });

  it('keeps figures as numbers and all else as text, never as a formula', async () => {
    const [, sheet] = await sheetsOf([table(['=1+1', '12.5'], ['007', '007'], ['@SUM(A1)', '3/12'], ['110101199001011234', '110101199001011234'])]);
    expect(sheet?.rows.slice(1)).toEqual([['=1+1', 12.5], ['007', '007'], ['@SUM(A1)', '3/12'], ['110101199001011234', '110101199001011234']]);
    expect(sheet?.unreckoned.size).toBe(0);
  });

  it('says of samples that they are', async () => {
    expect((await sheetsOf([], { watermark: '演示数据' }))[0]?.rows[0]).toEqual(['演示数据']);
  });

  it('is the same to the byte for the same paper', async () => {
    const document = smallPaper([table(['甲', '1'])], '0.1.0').document;
    expect(Buffer.from(await writePaperBook(document, seal)).equals(Buffer.from(await writePaperBook(document, seal)))).toBe(true);
  });
});
