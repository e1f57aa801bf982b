import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#workflows/desk.js';
import { closeLeak, listLeaks, openLeak, reportLeak } from '#workflows/leak-events.js';
import { cancelInspection, planInspection, recordInspection } from '#workflows/plan-inspections.js';
import { showInspectionPlan } from '#workflows/show-inspections.js';
import { listFindings } from '#workflows/list-findings.js';
import { officeDesk, refusal, today } from './office-desk.js';
import { onDay, onFile } from './round-desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await officeDesk();
});

const at = (moment: string): Desk => ({ ...desk, door: { ...desk.door, now: () => moment } });
const foundAt = '2026-11-24T01:00:00.000Z';

describe('the twenty-four hours of a suspected leak', () => {
  it('are counted from the minute it was found', async () => {
    expect(await openLeak(desk, foundAt, '赵敏')).toMatchObject({ event: { number: 'XM-2026-0001' }, reportBy: '2026-11-25T01:00:00.000Z', minutesLeft: 23 * 60 });
    const left = async (moment: string): Promise<number | undefined> => (await listLeaks(at(moment)))[0]?.minutesLeft;
    expect([await left('2026-11-25T00:59:00.000Z'), await left('2026-11-25T01:00:00.000Z'), await left('2026-11-25T01:00:01.000Z')]).toEqual([1, 0, -1]);
  });

  it.each([
    ['on the last minute: in time', '2026-11-25T01:00:00.000Z', true],
    ['a minute later: not', '2026-11-25T01:01:00.000Z', false],
  ])('reported %s', async (_what, reported, inTime) => {
    await openLeak(desk, foundAt, '赵敏');
    const later = at('2026-11-26T01:00:00.000Z');
    expect(await reportLeak(later, 'XM-2026-0001', reported, '赵敏')).toMatchObject({ inTime });
    expect((await listLeaks(later))[0]?.minutesLeft).toBeUndefined();
  });

  it('nothing is reported before it was found or before it happened, and nothing ends unreported', async () => {
    expect(await refusal(openLeak(desk, '2026-11-24T02:01:00.000Z', '赵敏'))).toEqual(['moment-ahead']);
    await openLeak(desk, foundAt, '赵敏');
    expect(await refusal(reportLeak(desk, 'XM-2026-0001', '2026-11-24T00:59:00.000Z', '赵敏'))).toEqual(['leak-reported-before']);
    expect(await refusal(reportLeak(desk, 'XM-2026-0001', '2026-11-24T02:01:00.000Z', '赵敏'))).toEqual(['moment-ahead']);
    expect(await refusal(closeLeak(desk, 'XM-2026-0001', '赵敏'))).toEqual(['leak-unreported']);
    await reportLeak(desk, 'XM-2026-0001', foundAt, '赵敏');
    await closeLeak(desk, 'XM-2026-0001', '赵敏');
    expect(await refusal(reportLeak(desk, 'XM-2026-0001', foundAt, '赵敏'))).toEqual(['leak-closed']);
  });

  it('leaves no word about what leaked, and no finding', async () => {
    await openLeak(desk, foundAt, '赵敏');
    expect(Object.keys(Object.values((await onFile(desk)).leakEvents)[0] ?? {}).sort()).toEqual(['at', 'by', 'foundAt', 'id', 'number']);
    expect(await listFindings(desk)).toEqual([]);
  });
});

const plan = (more: Partial<Parameters<typeof planInspection>[1]> = {}): ReturnType<typeof planInspection> => planInspection(desk, { kind: 'mutual', month: '2026-11', departments: ['D1'], scope: '载体', ...more }, '赵敏');
const record = { on: today, team: '赵敏、李娜', methods: ['papers' as const], opinion: '限期补齐', deadline: '2026-12-31' };

describe('the plan of the unit\'s own inspections', () => {
  it('covers a department once it was inspected there, not by planning it', async () => {
    await plan();
    expect(await showInspectionPlan(desk, '2026')).toMatchObject({ uncovered: ['办公室', '业务科'], coverage: [{ department: '办公室', held: 0, planned: 1 }, { department: '业务科', held: 0, planned: 0 }] });
    await recordInspection(desk, 'JC-2026-0001', record, [], '赵敏');
    expect((await showInspectionPlan(desk, '2026')).uncovered).toEqual(['业务科']);
  });

  it('of the whole unit reaches every department of the roster; of another year none of this one', async () => {
    await plan({ kind: 'unit', departments: [] });
    await recordInspection(desk, 'JC-2026-0001', record, [], '赵敏');
    expect((await showInspectionPlan(desk, '2026')).uncovered).toEqual([]);
    expect(await showInspectionPlan(desk, '2027')).toMatchObject({ inspections: [], uncovered: ['办公室', '业务科'] });
  });

  it('what was cancelled covers nothing, stays with its reason, and cannot be held', async () => {
    await plan();
    expect(await refusal(cancelInspection(desk, 'JC-2026-0001', ' ', '赵敏'))).toEqual(['finding-reason-missing']);
    await cancelInspection(desk, 'JC-2026-0001', '并入全局检查', '赵敏');
    expect(await showInspectionPlan(desk, '2026')).toMatchObject({ uncovered: ['办公室', '业务科'], inspections: [{ inspection: { state: 'cancelled', cancelled: '并入全局检查' } }] });
    expect(await refusal(recordInspection(desk, 'JC-2026-0001', record, [], '赵敏'))).toEqual(['inspection-wrong-state']);
  });

  it('is overdue once its month is over', async () => {
    await plan();
    expect([(await showInspectionPlan(onDay(desk, '2026-11-30'), '2026')).inspections[0]?.overdue, (await showInspectionPlan(onDay(desk, '2026-12-01'), '2026')).inspections[0]?.overdue]).toEqual([false, true]);
  });

  it('each problem found has the day that was set, the only department inspected, and its inspection; two alike are one too many', async () => {
    await plan();
    expect(await refusal(recordInspection(desk, 'JC-2026-0001', record, [{ statement: '缺页', severity: 'high' }, { statement: '缺页', severity: 'high' }], '赵敏'))).toEqual(['finding-known']);
    expect(await listFindings(desk)).toEqual([]);
    const { inspection, findings } = await recordInspection(desk, 'JC-2026-0001', record, [{ statement: '缺页', severity: 'high' }], '赵敏');
    expect(findings).toMatchObject([{ number: 'W-2026-0001', department: '办公室', dueOn: '2026-12-31', inspectionId: inspection.id, source: 'person' }]);
    expect(await refusal(recordInspection(desk, 'JC-2026-0001', record, [], '赵敏'))).toEqual(['inspection-wrong-state']);
  });

  it('is not held on a day that has not come', async () => {
    await plan();
    expect(await refusal(recordInspection(desk, 'JC-2026-0001', { ...record, on: '2026-11-25' }, [], '赵敏'))).toEqual(['day-ahead']);
  });
});
