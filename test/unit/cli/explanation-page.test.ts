import { describe, expect, it } from 'vitest';
import { explanationPage } from '#cli/screens/explanation-page.js';
import type { Assessment } from '#domain/assessment.js';
import { explainScore } from '#evaluation/explain-score.js';
import { sayIn } from '#messages/say.js';
import { modelOf, resultsOf, type SheetLine } from '../evaluation/scored.js';

const say = sayIn('zh-CN');

function pageOf(lines: readonly SheetLine[], facts: Readonly<Record<string, string>> = {}, grades = true): string {
  const model = modelOf(lines, 'points', grades);
  const results = resultsOf(lines).map((result) => ({ ...result, gaps: [], ...(facts[result.itemId] === undefined ? {} : { fact: facts[result.itemId] }) }));
  const assessment = { checklist: { sections: model.sections.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, objective: `目标${item.id}`, title: `简称${item.id}` })) })) }, results, registers: [] } as unknown as Assessment;
  return explanationPage(explainScore(model, resultsOf(lines)), assessment, say, 80).join('\n');
}

describe('the explanation of a score on the screen', () => {
  it('says every deduction, its occurrences, and the cap', () => {
    const page = pageOf([{ id: 'A-01', points: 4, result: 'fail', chosen: [{ id: 'A-01.1', points: 1, times: 3 }, { id: 'A-01.2', points: 2, times: 1 }] }, { id: 'A-02', points: 6, result: 'pass' }]);
    for (const words of ['实有项目 2 项，共 10 分', 'A-01  4 分：得 0，扣 4，待定 0  简称A-01', 'A-01.1  1 分 × 3 次 = 扣 3 分', 'A-01.2  扣 2 分', '扣 5 分，按分值封顶 4 分', '其余 1 项没有扣分和待定，得 6 分', '没有待定：6 ÷ 10 = 60.00%']) expect(page).toContain(words);
  });

  it('says what is left out and why, what is pending, and that both ends decide', () => {
    const page = pageOf([{ id: 'A-01', points: 4, result: 'notapplicable' }, { id: 'A-02', points: 9, result: 'pass' }, { id: 'A-03', points: 1, result: 'notchecked' }], { 'A-01': '没有机要室' });
    for (const words of ['不计入 1 项，共 4 分', 'A-01  4 分  不适用：没有机要室', '整项待定 1 项，1 分（未检查）：A-03', '最低（待定全部失分）：9 ÷ 10 = 90.00%', '最高（待定全部得分）：10 ÷ 10 = 100.00%', '最低和最高都落在同一等级：符合要求']) expect(page).toContain(words);
  });

  it('splits by subject: so much for each, or shared out, and what could not be seen', () => {
    const each = pageOf([{ id: 'A-01', points: 5, deduct: { perSubject: 1 }, result: 'fail', subjects: { pass: 3, fail: 2, open: 1 } }]);
    for (const words of ['每个扣 1 分 × 不符合 2 个 = 扣 2 分', '待定 1 分：6 个对象中 1 个没有查明']) expect(each).toContain(words);
    expect(pageOf([{ id: 'A-01', points: 1, result: 'fail', subjects: { pass: 2, fail: 1, open: 0 } }])).toContain('1 分按 3 个对象平分，不符合 1 个 = 扣 0.34 分');
  });

  it('says what aggravates, what a veto does, and why there is no grade', () => {
    const veto = pageOf([{ id: 'A-01', points: 10, result: 'pass' }, { id: 'G-01', kind: 'aggravating', points: null, result: 'fail', chosen: [{ id: 'G-01.1', points: 4, times: 2 }] }, { id: 'V-01', kind: 'veto', points: null, result: 'fail' }]);
    for (const words of ['G-01  不符合：扣 8 分', 'G-01.1  4 分 × 2 次 = 扣 8 分', 'V-01  不符合：直接定为不符合要求', '否决项成立，不论得分：不符合要求']) expect(veto).toContain(words);
    expect(pageOf([{ id: 'A-01', points: null, result: 'pass' }])).toContain('缺分值 1 项，因此不出得分率：A-01');
    expect(pageOf([{ id: 'A-01', points: 1, result: 'pass' }], {}, false)).toContain('不作等级评定');
  });
});
