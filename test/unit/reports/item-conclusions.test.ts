import { describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import { sayIn } from '#messages/say.js';
import type { PaperSource } from '#reports/paper-source.js';
import { itemConclusions } from '#reports/sections/item-conclusions.js';
import { attachedAssessment } from '#workflows/attach-assessment.js';
import { judgeOffice, shippedChecklist } from '../../contract/checklist-office.js';
import { offices } from '../../contract/offices/cryptography.js';

const compiled = shippedChecklist('cryptography');
const results = judgeOffice(compiled, offices.bad, 'fail');
const assessment = { id: '1', number: 'A-2026-0001', at: '2026-11-24T02:00:00.000Z', checklist: compiled.checklist, checklistDigest: '0', parameters: {}, results, score: { counts: {} } } as unknown as Assessment;
const source = { number: 'R-2026-0001', title: '密码工作自查自评表', identity: { unit: '东湖区示例局' }, by: '赵敏', assessments: [assessment], minuteOf: () => '2026-11-24 10:00' } as unknown as PaperSource;
const blocks = itemConclusions(source, sayIn('zh-CN'));

describe('密码工作自查自评表', () => {
  it('names every item with its conclusion', () => {
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map(([id]) => id)).toEqual(compiled.items.map(({ item }) => item.id));
    expect(new Set(rows.map(([, , conclusion]) => conclusion))).toEqual(new Set(['不符合']));
  });

  it('has no row, fact or value of the books, nor have the figures that go with it', () => {
    const observed = results.flatMap((result) => result.observations.flatMap((each) => [each.subject.label, ...each.observed.map(({ value }) => String(value))])).filter((text) => text.length > 3);
    expect(observed.length).toBeGreaterThan(0);
    const printed = JSON.stringify([blocks, attachedAssessment(assessment)]);
    expect(observed.filter((text) => printed.includes(text))).toEqual([]);
    expect(printed).not.toContain('现场不符');
  });
});
