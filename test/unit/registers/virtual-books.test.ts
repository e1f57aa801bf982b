import { describe, expect, it } from 'vitest';
import type { AssessmentEntry } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import { virtualBooks } from '#registers/virtual-books.js';
import { dayOf } from '#workflows/door.js';
import { judge } from '../evaluation/small-office.js';
import { night } from '../findings/night-checks.js';

const assessment: AssessmentEntry = {
  id: '00000000-0000-4000-8000-000000000001', number: 'A-2026-0001', at: '2026-09-30T17:00:00.000Z', checklistId: 'organisation', checklistTitle: '单位保密自查', level: 'unit',
  subjectKey: 'unit', trigger: 'person', counts: { pass: 30, fail: 2, unknown: 1, notchecked: 3, error: 1 }, range: { low: 80, high: 90 }, document: '0'.repeat(64),
};
const [finding] = night([], 1, [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }]);
const books = (findings: readonly Finding[], dueOf: (finding: Finding) => string | undefined = () => undefined) =>
  virtualBooks({ assessments: { [assessment.id]: assessment }, findings: Object.fromEntries(findings.map((each) => [each.id, each])), rounds: {}, supervisions: {} }, { today: '2026-11-24', dayOf, dueOf });

describe('the tool\'s own records, read as books', () => {
  it('an assessment with its day in China and what stayed open', () => {
    expect(books([])['assessments']?.rows[0]?.cells).toEqual({ number: 'A-2026-0001', day: '2026-10-01', checklist: 'organisation', level: 'unit', trigger: 'person', fail: 2, open: 5 });
  });

  it('they are complete by construction: confirmed today', () => {
    expect(Object.values(books([])).map(({ register, state, asOf }) => [register, state, asOf])).toEqual(['assessments', 'findings', 'rounds', 'supervisions'].map((id) => [id, 'confirmed', '2026-11-24']));
  });

  it('a finding shows its state and whether somebody took care, but no name and no text', () => {
    const cells = books([{ ...(finding as Finding), owner: '张伟', measure: '已补签' }], () => '2026-11-17')['findings']?.rows[0]?.cells;
    expect(cells).toEqual({ number: 'W-2026-0001', item: 'PER-04', checklist: 'small', severity: 'high', state: 'open', source: 'register', first_seen: '2026-11-02', due: '2026-11-17', recurrences: 0, has_owner: true, has_measure: true, has_cause: false });
  });

  it('a checklist can ask whether last quarter\'s self-check happened', () => {
    const asked = (since: string) => ({ method: 'register' as const, expect: `register.assessments.exists(a, a.checklist == "organisation" && a.day >= "${since}")` });
    expect([judge(asked('2026-10-01'), { registers: books([]) }).result, judge(asked('2026-10-02'), { registers: books([]) }).result]).toEqual(['pass', 'fail']);
  });

  it('and whether a problem is overdue', () => {
    const asked = { method: 'register' as const, expect: '!register.findings.exists(w, w.state == "open" && has(w.due) && w.due < today)' };
    const late = books([finding as Finding], () => '2026-11-17');
    const unset = books([finding as Finding]);
    expect([judge(asked, { registers: late }).result, judge(asked, { registers: unset }).result]).toEqual(['fail', 'pass']);
  });

  it('supervisions count their opinions, those nobody has answered, and those that must become a problem and have not', () => {
    const opinion = { originalNumber: '1', nature: 'by-date' as const, findingIds: [] };
    const supervision = { id: '00000000-0000-4000-8000-000000000009', number: 'D-2026-0001', body: '东湖区保密局', kind: 'secrecy' as const, on: '2026-06-01', state: 'open' as const, by: { person: '赵敏', role: 'officer' as const, proof: 'claimed' as const }, at: '2026-06-01T02:00:00.000Z', opinions: [{ ...opinion, id: 'a', response: 'adopted' as const }, { ...opinion, id: 'b', nature: 'suggestion' as const }] };
    const { supervisions } = virtualBooks({ assessments: {}, findings: {}, rounds: {}, supervisions: { [supervision.id]: supervision } }, { today: '2026-11-24', dayOf, dueOf: () => undefined });
    expect(supervisions?.rows[0]?.cells).toEqual({ number: 'D-2026-0001', day: '2026-06-01', kind: 'secrecy', state: 'open', opinions: 2, unanswered: 1, unfiled: 1 });
  });
});
