import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeXccdf } from '#exchange/xccdf/write-xccdf.js';
import { sayIn } from '#messages/say.js';
import { smallRun } from '../fixtures/exchange/small-run.js';

const source = smallRun(
  [
    { item: { points: 4, remediation: '补签承诺书。', guidance: { how: '逐人核对', evidence: '承诺书' } }, result: { result: 'fail', fact: '张某、李某“尚未签订” & 无说明', subjects: { total: 12, pass: 10, fail: 2, open: 0 } } },
    { item: { points: 2, severity: 'critical', confidence: 'quoted', basis: [{ kind: 'practice' }] }, result: { result: 'notchecked', gaps: [{ reason: 'not-answered', about: 'SML-11' }] } },
    { item: { points: null, kind: 'information', method: 'automated' }, result: { result: 'informational', method: 'automated' } },
  ],
  'points',
  { mark: '演示数据', deviations: [{ itemId: 'SML-10', finding: 'W-2026-0007', until: '2027-03-31' }] },
);

describe('a small assessment as XCCDF', () => {
  it('is written as reviewed', async () => {
    await expect(writeXccdf(source, sayIn('zh-CN'))).toMatchFileSnapshot(join(import.meta.dirname, 'small-results.xml'));
  });
});
