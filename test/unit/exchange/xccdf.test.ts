import { describe, expect, it } from 'vitest';
import { confidences } from '#domain/checklist.js';
import { resultValues } from '#domain/result-value.js';
import { writeXccdf } from '#exchange/xccdf/write-xccdf.js';
import { sayIn } from '#messages/say.js';
import { all, readXml, textOf, type ReadElement } from '../../fixtures/exchange/read-xml.js';
import { nineLines, smallRun, type RunLine } from '../../fixtures/exchange/small-run.js';

const say = sayIn('zh-CN');
const written = (...given: Parameters<typeof smallRun>): ReadElement => readXml(writeXccdf(smallRun(...given), say));
const messagesOf = (root: ReadElement): readonly string[] => all(root, 'message').map(({ attributes, text }) => `${attributes['severity'] ?? ''} ${text}`);
const one = (line: Partial<RunLine>): RunLine[] => [{ item: {}, result: { result: 'pass' }, ...line }];

describe('results', () => {
  it.each(resultValues.map((value, index) => [value, index] as const))('%s is told under its own name', (value, index) => {
    const result = all(written(nineLines), 'rule-result')[index];
    expect([result?.attributes['idref'], textOf(result, 'result')]).toEqual([`xccdf_cn.zicha_rule_SML-${String(index + 10)}`, value]);
  });

  it('an item that stayed open says why', () => {
    const gaps = [{ reason: 'parameter-blank' as const, about: 'talkMonths' }];
    expect(messagesOf(written(one({ result: { result: 'notchecked', gaps } })))).toContain('warning 没有得出：parameter-blank');
    expect(messagesOf(written(one({ result: { result: 'error', gaps } })))).toContain('error 没有得出：parameter-blank');
  });

  it('subjects are counted; whom they are is not told', () => {
    const root = written(one({ result: {
      result: 'fail', subjects: { total: 12, pass: 10, fail: 2, open: 0 },
      observations: [{ subject: { kind: 'row', key: 'S07', label: 'S07 张某' }, result: 'fail', reasons: [], observed: [{ label: '承诺书', value: '无' }] }],
      observed: [{ label: '内核', value: '6.1.0-secret' }],
    } }));
    expect(messagesOf(root)).toContain('info 检查对象 12 个：符合 10，不符合 2，未判定 0');
    expect(JSON.stringify(root)).not.toMatch(/S07|张某|承诺书.*无|6\.1\.0-secret/);
  });

  it('an approved deviation changes no result', () => {
    const lines = one({ result: { result: 'fail', fact: '尚未签订' } });
    const root = written(lines, 'points', { deviations: [{ itemId: 'SML-10', finding: 'W-2026-0007', until: '2027-03-31' }] });
    expect(textOf(root, 'result')).toBe('fail');
    expect(all(root, 'override')).toEqual([]);
    expect(messagesOf(root)).toEqual(expect.arrayContaining(['info 尚未签订', 'info 问题 W-2026-0007 经批准例外，至 2027-03-31 止（2026-11-25 导出时）；结果不因此改变']));
  });

  it('the run lasts from the first look at the machine to the judging; saved evidence counts with the judging', () => {
    const { assessment, ...rest } = smallRun(nineLines);
    const times = (trigger: 'person' | 'replay'): unknown => all(readXml(writeXccdf({ ...rest, assessment: { ...assessment, trigger } }, say)), 'TestResult').map(({ attributes }) => [attributes['start-time'], attributes['end-time']]);
    expect(times('person')).toEqual([['2026-11-24T01:59:58.000Z', '2026-11-24T02:00:00.000Z']]);
    expect(times('replay')).toEqual([['2026-11-24T02:00:00.000Z', '2026-11-24T02:00:00.000Z']]);
  });
});

describe('scores', () => {
  const scoresOf = (root: ReadElement): unknown => all(root, 'score').map(({ attributes, text }) => [attributes['system'], attributes['maximum'], text]);

  it('what is pending lies between the lowest and the highest share', () => {
    const root = written([{ item: { points: 6 }, result: { result: 'pass' } }, { item: { points: 3 }, result: { result: 'unknown' } }, { item: { points: 1 }, result: { result: 'fail' } }]);
    expect(scoresOf(root)).toEqual([['urn:x-zicha:scoring:share-of-points:lowest', '100', '60.00'], ['urn:x-zicha:scoring:share-of-points:highest', '100', '90.00']]);
    expect(all(root, 'remark').map(({ text }) => text).join()).toContain('待定 3 分');
  });

  it('a checklist without points has a count in which open items did not pass, and no score', () => {
    const root = written(nineLines, 'none');
    expect(scoresOf(root)).toEqual([['urn:x-zicha:count:items-passed', '6', '2']]);
    expect(all(root, 'remark').map(({ text }) => text).join()).toContain('不是得分');
    expect(all(root, 'Rule').map(({ attributes }) => [attributes['role'], attributes['weight']])).toEqual(nineLines.map(() => ['unscored', undefined]));
    expect(messagesOf(root).filter((text) => text.includes('分，待定'))).toEqual([]);
  });

  it('an item whose points are not public has no weight, and the run no share', () => {
    const root = written([{ item: { points: null }, result: { result: 'pass' } }, { item: { points: 2.5 }, result: { result: 'pass' } }]);
    expect(all(root, 'Rule').map(({ attributes }) => [attributes['role'], attributes['weight']])).toEqual([['unscored', undefined], [undefined, '2.5']]);
    expect(scoresOf(root)).toEqual([['urn:x-zicha:count:items-passed', '2', '2']]);
  });
});

describe('the checklist', () => {
  it('severities: XCCDF has nothing above high', () => {
    const lines = (['critical', 'high', 'medium', 'low'] as const).map((severity): RunLine => ({ item: { severity }, result: { result: 'pass' } }));
    expect(all(written(lines), 'Rule').map(({ attributes }) => attributes['severity'])).toEqual(['high', 'high', 'medium', 'low']);
  });

  it('warns of each source that nobody has held against the original', () => {
    const lines = confidences.map((confidence): RunLine => ({ item: { confidence }, result: { result: 'pass' } }));
    const warned = all(written(lines), 'Rule').map((rule, index) => [confidences[index], all(rule, 'warning').length]);
    expect(warned.filter(([, count]) => count === 0).map(([confidence]) => confidence)).toEqual(['direct', 'derived', 'own', 'annex']);
  });

  it('of an item from an imported annex only the short name is told', () => {
    const secret = '国家标准的原话';
    const root = written(one({ item: { title: '听取汇报', withheld: true, confidence: 'annex', objective: secret, remediation: `${secret}整改`, guidance: { how: secret, evidence: secret }, finding: secret, deductions: [{ id: 'SML-10.1', when: secret, points: 1, per: 'item' }] } }));
    expect(textOf(all(root, 'Rule')[0], 'title')).toBe('听取汇报');
    expect(JSON.stringify(root)).not.toContain(secret);
  });

  it('a demo says so', () => {
    const root = written(nineLines, 'points', { mark: '演示数据' });
    expect([textOf(root, 'notice'), all(root, 'remark')[0]?.text]).toEqual(['演示数据', '演示数据']);
  });
});
