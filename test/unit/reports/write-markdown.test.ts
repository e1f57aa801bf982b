import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { writeMarkdown } from '#reports/text/write-markdown.js';
import { everyBlock } from '../../fixtures/papers/every-block.js';
import { smallPaper } from '../../fixtures/papers/small-paper.js';

const seal = { code: '7F3K-92QD-M4XP', digest: 'abcdef' };

function markdown(blocks: readonly Block[], extra: Partial<ReportDocument> = {}): string {
  return writeMarkdown({ ...smallPaper(blocks, '0.1.0').document, ...extra }, seal);
}

describe('a paper as Markdown', () => {
  it.each(Object.entries(everyBlock))('says what a %s says', (_, { block, words }) => {
    const text = markdown([block]).replace(/\\(.)/g, '$1');
    for (const word of words) expect(text).toContain(word);
  });

  it('has headings by level, numbers and check code at the end, and no pages', () => {
    const official = (style: 'title' | 'to' | 'h1' | 'h2' | 'h3' | 'text', text: string): Block => ({ kind: 'official', style, text });
    const text = markdown([official('title', '报告'), official('to', '区国家保密局：'), official('h1', '一、情况'), official('h2', '（一）人员'), official('h3', '1.在岗'), official('text', '甲\n乙')]);
    expect(text).toBe('# 报告\n\n区国家保密局：\n\n## 一、情况\n\n### （一）人员\n\n#### 1.在岗\n\n甲\n\n乙\n\n---\n\n报告编号 R-2026-0001  ·  核验码 7F3K-92QD-M4XP\n');
  });

  it('keeps a cell one cell: pipes are escaped, lines become breaks, emphasised rows are bold', () => {
    const table: Block = { kind: 'table', columns: [{ title: '甲|乙', width: 1, align: 'left' }, { title: '分', width: 1, align: 'right' }], rows: [['一|二\n三', '1'], ['小计', '1']], emphasis: [1] };
    expect(markdown([table]).split('\n').slice(0, 4)).toEqual(['| 甲\\|乙 | 分 |', '| --- | --: |', '| 一\\|二<br>三 | 1 |', '| **小计** | **1** |']);
  });

  it('says of samples that they are, and shows a mark that was given', () => {
    expect(markdown([], { watermark: '演示数据', mark: '内部' })).toMatch(/^\*\*演示数据\*\*\n\n\*\*内部\*\*/);
  });

  it('takes nothing that was typed for markup', () => {
    const text = markdown([{ kind: 'paragraph', text: '# 甲 <script> *乙* [丙](x)\n- 丁', style: 'body' }]);
    expect(text.split('\n').slice(0, 2)).toEqual(['\\# 甲 \\<script> \\*乙\\* \\[丙\\](x)\\', '\\- 丁']);
  });
});
