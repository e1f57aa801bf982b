import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#workflows/desk.js';
import { answerItems } from '#workflows/answer-item.js';
import { discardRound, signOffRound } from '#workflows/close-round.js';
import { confirmBook } from '#workflows/edit-rows.js';
import { roundSheet, roundStatus } from '#workflows/show-rounds.js';
import { submitRound } from '#workflows/submit-round.js';
import { refusal } from './office-desk.js';
import { onDay, onFile, opened, roundDesk, said } from './round-desk.js';

const month = { from: '2026-11-01', to: '2026-11-30' };
const half = { from: '2026-07-01', to: '2026-12-31' };
const names = { filledBy: '赵敏', reviewedBy: '李娜', head: '周建国' };
const handIn = (number: string, subjects: readonly string[] = [], withGaps = false): { number: string; subjects: readonly string[]; withGaps: boolean } => ({ number, subjects, withGaps });

let desk: Desk;
beforeEach(async () => {
  desk = await roundDesk();
});

describe('a staff round', () => {
  it('asks everybody in service, or only those who are named', async () => {
    expect((await opened(desk, { checklistId: 'own-staff', period: month })).subjects.map(({ key }) => key)).toEqual(['S01', 'S02', 'S03', 'S04']);
    expect((await opened(desk, { checklistId: 'own-staff', period: { from: '2026-10-01', to: '2026-10-31' }, departments: ['业务科'] })).subjects.map(({ key }) => key)).toEqual(['S03']);
  });

  it('hands in whoever is complete, and says who is out, by department', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, deadline: '2026-11-30' });
    for (const item of ['OWS-01', 'OWS-02', 'OWS-03']) await said(desk, number, item, { subject: 'S01' });
    await said(desk, number, 'OWS-01', { subject: 'S02' });
    const { round, assessments, out } = await submitRound(desk, handIn(number));
    expect([assessments.map(({ subject }) => subject.key), out.map(({ subject, answered, asked }) => [subject.key, answered, asked]), round.state]).toEqual([['S01'], [['S02', 1, 3], ['S03', 0, 3], ['S04', 0, 3]], 'open']);
    const status = await roundStatus(onDay(desk, '2026-12-01'), number);
    expect([status.handedIn, status.overdue, status.below.map(({ name, staffIn, staffAsked, staffOut }) => [name, staffIn, staffAsked, staffOut.join()])]).toEqual([1, 3, [['办公室', 1, 3, 'S02,S04'], ['业务科', 0, 1, 'S03']]]);
  });

  it('nobody complete: nothing is handed in, and open questions never count as fine', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month });
    await said(desk, number, 'OWS-01', { subject: 'S01' });
    expect(await refusal(submitRound(desk, handIn(number)))).toEqual(['round-incomplete']);
    const { assessments } = await submitRound(desk, handIn(number, ['S01'], true));
    expect(assessments[0]?.score.counts).toMatchObject({ pass: 1, notchecked: 2, fail: 0 });
  });

  it('an answer after the deadline is marked late, and so is what is handed in then', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'], deadline: '2026-11-30' });
    const late = onDay(desk, '2026-12-02');
    const answer = await said(late, number, 'OWS-01');
    for (const item of ['OWS-02', 'OWS-03']) await said(late, number, item);
    const { round } = await submitRound(late, handIn(number));
    expect([answer.late, round.handedIn['S01']?.late]).toEqual([true, true]);
  });

  it('a failure becomes a problem of that person, with department and day from the answer; two people have two', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01', 'S03'] });
    for (const subject of ['S01', 'S03']) {
      for (const item of ['OWS-01', 'OWS-02']) await said(desk, number, item, { subject });
      await said(desk, number, 'OWS-03', { subject, value: 'fail', fact: '一份未还', department: '办公室', dueOn: '2026-12-15' });
    }
    const { findings } = await submitRound(desk, handIn(number));
    expect(findings.map(({ subject, itemId, department, dueOn }) => [subject.key, itemId, department, dueOn])).toEqual([['S01', 'OWS-03', '办公室', '2026-12-15'], ['S03', 'OWS-03', '办公室', '2026-12-15']]);
  });
});

describe('an answer', () => {
  it('of last time is taken over only while it is valid, and grows no younger', async () => {
    const { number: october } = await opened(desk, { checklistId: 'own-staff', period: { from: '2026-10-01', to: '2026-10-31' }, persons: ['S01'] });
    const first = await said(desk, october, 'OWS-01');
    await said(desk, october, 'OWS-02');
    const later = onDay(desk, '2026-12-28');
    const { number } = await opened(later, { checklistId: 'own-staff', period: { from: '2026-12-01', to: '2026-12-31' }, persons: ['S01'] });
    const carried = await said(later, number, 'OWS-01', { value: 'same' });
    expect([carried.value, carried.carriedFrom, carried.validUntil]).toEqual(['pass', first.id, first.validUntil]);
    expect(await refusal(said(later, number, 'OWS-02', { value: 'same' }))).toEqual(['answer-carry-none']);
    expect(await refusal(said(later, number, 'OWS-03', { value: 'same' }))).toEqual(['answer-carry-none']);
  });

  it('“not applicable” stands in later rounds until somebody says otherwise', async () => {
    const { number: october } = await opened(desk, { checklistId: 'own-staff', period: { from: '2026-10-01', to: '2026-10-31' }, persons: ['S01'] });
    await said(desk, october, 'OWS-03', { value: 'notapplicable', fact: '本人不接触文件' });
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    const line = async (): Promise<string | undefined> => (await roundSheet(desk, number, undefined)).lines.find(({ item }) => item.id === 'OWS-03')?.result.result;
    expect(await line()).toBe('notapplicable');
    await said(onDay(desk, '2026-11-25'), number, 'OWS-03');
    expect(await line()).toBe('pass');
  });

  it('to a text that has changed since is void', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    for (const item of ['OWS-01', 'OWS-02', 'OWS-03']) await said(desk, number, item);
    const file = join(desk.folder, 'checklists/own-staff.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('借阅的文件按时归还', '借阅的文件当日归还'));
    const status = await roundStatus(desk, number);
    expect([status.changedItems, status.subjects.map(({ open, outdated }) => [open, outdated])]).toEqual([1, [[['OWS-03'], 1]]]);
    expect(await refusal(submitRound(desk, handIn(number)))).toEqual(['round-incomplete']);
  });

  it('of several at once is all or nothing', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    const replies = [{ itemId: 'OWS-01', value: 'pass' }, { itemId: 'OWS-03', value: 'fail' }] as const;
    expect(await refusal(answerItems(desk, replies.map((reply) => ({ ...reply, deductions: [], evidence: [], round: number, bulk: true }))))).toEqual(['answer-reason-missing']);
    expect(Object.values((await onFile(desk)).answers)).toEqual([]);
  });

  it('that changes what was handed in takes it back until it is handed in again', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    for (const item of ['OWS-01', 'OWS-02', 'OWS-03']) await said(desk, number, item);
    expect((await submitRound(desk, handIn(number))).round.state).toBe('submitted');
    await said(desk, number, 'OWS-03', { value: 'fail', fact: '一份未还' });
    expect((await roundStatus(desk, number)).round).toMatchObject({ state: 'open', handedIn: {} });
    expect((await submitRound(desk, handIn(number))).assessments[0]?.score.counts.fail).toBe(1);
  });
});

describe('a sign-off', () => {
  async function submitted(): Promise<string> {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    for (const item of ['OWS-01', 'OWS-02', 'OWS-03']) await said(desk, number, item);
    await submitRound(desk, handIn(number));
    return number;
  }

  it('freezes the round: no answer, no hand-in, no discarding; only a new round replaces it, and begins with what was said', async () => {
    const number = await submitted();
    await signOffRound(desk, { number, ...names });
    for (const step of [said(desk, number, 'OWS-01'), submitRound(desk, handIn(number)), discardRound(desk, { number, reason: '不要了' }), signOffRound(desk, { number, ...names })]) expect(await refusal(step)).toEqual(['round-signed-off']);
    expect(await refusal(opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] }))).toEqual(['round-exists-signed']);
    const again = await opened(desk, { checklistId: 'own-staff', supersedes: number });
    await said(onDay(desk, '2026-11-26'), again.number, 'OWS-03', { value: 'fail', fact: '查出一份未还' });
    expect((await submitRound(onDay(desk, '2026-11-26'), handIn(again.number))).assessments[0]?.score.counts).toMatchObject({ pass: 2, fail: 1 });
  });

  it('needs a second pair of eyes, and a reason where somebody never handed in', async () => {
    const number = await submitted();
    expect(await refusal(signOffRound(desk, { number, ...names, reviewedBy: '赵敏' }))).toEqual(['round-same-signer']);
    const { number: partly } = await opened(desk, { checklistId: 'own-staff', period: { from: '2026-10-01', to: '2026-10-31' }, persons: ['S01', 'S02'] });
    expect(await refusal(signOffRound(desk, { number: partly, ...names }))).toEqual(['round-nothing-in']);
    await submitRound(desk, handIn(partly, ['S01'], true));
    expect(await refusal(signOffRound(desk, { number: partly, ...names }))).toEqual(['round-subjects-out']);
    expect((await signOffRound(desk, { number: partly, ...names, withoutMissing: '长期病假' })).signOff?.missing).toEqual({ keys: ['S02'], reason: '长期病假' });
  });

  it('what a discarded round said counts nowhere', async () => {
    const { number } = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    await said(desk, number, 'OWS-03', { value: 'notapplicable', fact: '不接触文件' });
    await discardRound(desk, { number, reason: '下达错了' });
    const again = await opened(desk, { checklistId: 'own-staff', period: month, persons: ['S01'] });
    expect((await roundSheet(desk, again.number, undefined)).lines.map(({ result }) => result.result)).toEqual(['notchecked', 'notchecked', 'notchecked']);
  });
});

describe('the year of a unit', () => {
  beforeEach(async () => {
    await confirmBook(desk, 'departments', { asOf: '2026-11-24', nil: false });
  });

  const deduct = (times: number): { id: string; times: number }[] => [{ id: 'OWU-51.1', times }];

  it('books answer for themselves, with the rows that fail', async () => {
    const { number } = await opened(desk, { checklistId: 'own-unit', period: half });
    for (const item of ['OWU-01', 'OWU-51']) await said(desk, number, item);
    const { assessments: [assessment] } = await submitRound(desk, handIn(number));
    expect(assessment?.results.find(({ itemId }) => itemId === 'OWU-02')).toMatchObject({ result: 'fail', subjects: { total: 2, fail: 2 } });
    expect(assessment?.score.split).toEqual({ earned: 600, lost: 400, pending: 0, total: 1000 });
  });

  it('several runs merge into one score: the newest valid answer wins, each event counts once', async () => {
    const first = await opened(desk, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-06-30' } });
    await said(desk, first.number, 'OWU-01', { value: 'fail', fact: '没有听取', deductions: [{ id: 'OWU-01.1' }] });
    await said(desk, first.number, 'OWU-51', { value: 'fail', fact: '一起', deductions: deduct(1), on: '2026-03-05' });
    const [event] = Object.values((await onFile(desk)).occurrences);
    const second = await opened(desk, { checklistId: 'own-unit', period: half });
    const later = onDay(desk, '2026-11-25');
    await said(later, second.number, 'OWU-01');
    await said(later, second.number, 'OWU-51', { value: 'fail', fact: '又一起', deductions: deduct(1), on: '2026-10-09' });
    const year = await opened(later, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-12-31' }, merges: true });
    const { assessments: [assessment] } = await submitRound(later, handIn(year.number));
    expect(event).toMatchObject({ number: 'SJ-2026-0001', on: '2026-03-05', points: 0.4 });
    expect(assessment?.results.find(({ itemId }) => itemId === 'OWU-01')?.result).toBe('pass');
    expect(assessment?.results.find(({ itemId }) => itemId === 'OWU-51')?.deductions).toEqual([{ id: 'OWU-51.1', points: 0.4, times: 2 }]);
    expect(assessment?.score.aggravating).toBe(80);
  });

  it('the same event met again is named by its number and counts once', async () => {
    const first = await opened(desk, { checklistId: 'own-unit', period: half });
    await said(desk, first.number, 'OWU-51', { value: 'fail', fact: '一起', deductions: deduct(1), on: '2026-10-09' });
    const year = await opened(desk, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-12-31' }, merges: true });
    await said(onDay(desk, '2026-11-25'), year.number, 'OWU-51', { value: 'fail', fact: '同一起', deductions: [{ id: 'OWU-51.1', events: ['SJ-2026-0001'] }] });
    const { assessments: [assessment] } = await submitRound(onDay(desk, '2026-11-25'), handIn(year.number, [], true));
    expect([Object.keys((await onFile(desk)).occurrences).length, assessment?.score.aggravating]).toEqual([1, 40]);
  });

  it('a corrected answer counts no event twice, and withdraws what it no longer speaks of', async () => {
    const { number } = await opened(desk, { checklistId: 'own-unit', period: half });
    await said(desk, number, 'OWU-51', { value: 'fail', fact: '两起', deductions: deduct(2) });
    await said(onDay(desk, '2026-11-25'), number, 'OWU-51', { value: 'fail', fact: '其实一起', deductions: deduct(1) });
    const events = Object.values((await onFile(desk)).occurrences);
    expect([events.length, events.filter(({ withdrawn }) => withdrawn === undefined).length]).toEqual([2, 1]);
  });

  it('an event outside the period of its round, or in the future, is refused', async () => {
    const { number } = await opened(desk, { checklistId: 'own-unit', period: half });
    const tell = (on: string): Promise<unknown> => said(desk, number, 'OWU-51', { value: 'fail', fact: '一起', deductions: deduct(1), on });
    expect(await refusal(tell('2026-03-05'))).toEqual(['event-outside-period']);
    expect(await refusal(tell('2026-12-05'))).toEqual(['event-in-future']);
  });

  it('an answer that was no longer valid at the end of the year earns nothing in the merge', async () => {
    const early = onDay(desk, '2026-01-10');
    const first = await opened(desk, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-06-30' } });
    await said(early, first.number, 'OWU-01');
    const year = await opened(desk, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-12-31' }, merges: true });
    const { assessments: [assessment] } = await submitRound(desk, handIn(year.number, [], true));
    expect(assessment?.results.find(({ itemId }) => itemId === 'OWU-01')).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'answer-expired', about: 'OWU-01' }] });
  });
});

describe('a round is refused', () => {
  it.each([
    ['for a level its checklist is not for', { level: 'unit', checklistId: 'own-staff', period: month }, 'round-wrong-level'],
    ['with a deadline that is past', { checklistId: 'own-staff', period: month, deadline: '2026-11-01' }, 'round-deadline-past'],
    ['for a department nobody knows', { checklistId: 'own-staff', period: month, departments: ['外事科'] }, 'department-unknown'],
    ['for a person nobody knows', { checklistId: 'own-staff', period: month, persons: ['S99'] }, 'person-unknown'],
  ] as const)('%s', async (_what, request, code) => {
    expect(await refusal(opened(desk, request))).toEqual([code]);
  });

  it('twice for the same people, questions and days', async () => {
    await opened(desk, { checklistId: 'own-staff', period: month });
    expect(await refusal(opened(desk, { checklistId: 'own-staff', period: month, persons: ['S02'] }))).toEqual(['round-exists']);
  });
});
