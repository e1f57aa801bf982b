import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { openStore } from '#store/store.js';
import type { Desk } from '#workflows/desk.js';
import { InitAnswers, initUnit } from '#workflows/init-unit.js';
import { addJob, editJob, enableJob, listJobs, removeJob, type JobDetails } from '#workflows/schedule-jobs.js';
import { comingTimes, showLedger } from '#workflows/show-ledger.js';
import { beginSlot, failAttempt } from '#workflows/slot-ledger.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';

const noon: JobDetails & Required<Pick<JobDetails, 'rhythm' | 'action'>> = { rhythm: { kind: 'day', at: '12:30' }, action: { kind: 'assess', checklistIds: ['organisation'], report: true } };
const scheduler = { person: '定时任务', role: 'scheduler', proof: 'claimed' } as const;

let desk: Desk;
// The same records on another day; ids go on counting.
const on = (now: string, firstId = 500): Desk => ({ ...quietDesk(now, desk.folder, firstId) });
const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.code : String(error)));

beforeEach(async () => {
  desk = quietDesk('2026-11-24T00:00:00.000Z');
  await initUnit(desk, InitAnswers.parse({ unit: '东湖区示例局', officer: '钱宁' }));
});

describe('a job that is added', () => {
  it('runs no sheet that only a round can say whose it is; that of the unit it may', async () => {
    const over = (id: string): typeof noon => ({ ...noon, action: { kind: 'assess', checklistIds: [id], report: false } });
    expect(await refusal(addJob(desk, '自查', over('staff')))).toBe('checklist-needs-round');
    expect(await refusal(addJob(desk, '年度', over('national-59')))).toBe('nothing');
  });

  it('begins now, with the usual terms, and tells its next three times', async () => {
    const { job, next } = await addJob(desk, ' 午检 ', noon);
    expect(job).toMatchObject({ name: '午检', zone: 'Asia/Shanghai', catchUp: true, jitterMinutes: 0, quietHours: null, maxRuntimeMinutes: 30, enabled: true, since: '2026-11-24T00:00:00.000Z' });
    expect(next.map(({ local, dayKind }) => [local, dayKind])).toEqual([['2026-11-24T12:30', 'unknown-weekday'], ['2026-11-25T12:30', 'unknown-weekday'], ['2026-11-26T12:30', 'unknown-weekday']]);
  });

  it('keeps what was said of it', async () => {
    const said = { zone: 'Asia/Urumqi', catchUp: false, jitterMinutes: 10, quietHours: { from: '08:30', to: '18:00' }, maxRuntimeMinutes: 60 };
    expect((await addJob(desk, '午检', { ...noon, ...said })).job).toMatchObject(said);
  });

  it('under a name that there is already is refused, blanks or not', async () => {
    await addJob(desk, '午检', noon);
    expect([await refusal(addJob(desk, '午检', noon)), await refusal(addJob(desk, '午检 ', noon))]).toEqual(['job-exists', 'job-exists']);
  });

  it.each<[string, Partial<typeof noon> & JobDetails, string]>([
    ['a checklist that there is not', { action: { kind: 'assess', checklistIds: ['no-such-list'], report: false } }, 'checklist-unknown'],
    ['a zone that there is not', { zone: 'Asia/Peking' }, 'job-zone-unknown'],
    ['a cron expression of six fields', { rhythm: { kind: 'cron', expression: '0 0 12 * * 1' } }, 'job-cron-invalid'],
    ['a day that never comes', { rhythm: { kind: 'cron', expression: '0 0 31 2 *' } }, 'job-cron-invalid'],
    ['a delay of a day', { jitterMinutes: 1440 }, 'usage-invalid'],
  ])('with %s is refused, and nothing is written', async (_what, details, code) => {
    expect(await refusal(addJob(desk, '午检', { ...noon, ...details }))).toBe(code);
    expect(await listJobs(desk)).toEqual([]);
  });

  it('that backs up into the records themselves is refused; elsewhere the folder is named in full', async () => {
    expect(await refusal(addJob(desk, '备份', { ...noon, action: { kind: 'backup', to: `${desk.folder}/backups` } }))).toBe('backup-inside-records');
    expect((await addJob(desk, '备份', { ...noon, action: { kind: 'backup', to: '/media/../media/b' } })).job.action).toEqual({ kind: 'backup', to: '/media/b' });
  });
});

describe('a job that is changed', () => {
  beforeEach(async () => {
    await addJob(desk, '午检', noon);
  });

  it('in its terms goes on from where it was', async () => {
    const { job } = await editJob(on('2026-11-26T00:00:00.000Z'), '午检', { jitterMinutes: 5, quietHours: { from: '08:30', to: '11:00' } });
    expect(job).toMatchObject({ jitterMinutes: 5, rhythm: noon.rhythm, action: noon.action, since: '2026-11-24T00:00:00.000Z' });
  });

  it.each<[string, JobDetails]>([['rhythm', { rhythm: { kind: 'day', at: '09:00' } }], ['zone', { zone: 'Asia/Urumqi' }]])('in its %s begins anew', async (_what, details) => {
    expect((await editJob(on('2026-11-26T00:00:00.000Z'), '午检', details)).job.since).toBe('2026-11-26T00:00:00.000Z');
  });

  it('wrongly stays as it was', async () => {
    expect(await refusal(editJob(desk, '午检', { rhythm: { kind: 'cron', expression: '99 * * * *' } }))).toBe('job-cron-invalid');
    expect((await listJobs(desk))[0]?.job.rhythm).toEqual(noon.rhythm);
  });

  it('under a wrong name is not found, and the names there are are told', async () => {
    const error = await editJob(desk, '晚检', {}).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'job-unknown', params: { known: '午检' } });
  });

  it('disabled has no next times; enabled again it begins then', async () => {
    expect((await enableJob(desk, '午检', false)).next).toEqual([]);
    expect((await enableJob(on('2026-11-26T00:00:00.000Z'), '午检', true)).job).toMatchObject({ enabled: true, since: '2026-11-26T00:00:00.000Z' });
  });

  it('enabled while it is enabled loses no time', async () => {
    expect((await enableJob(on('2026-11-26T00:00:00.000Z'), '午检', true)).job.since).toBe('2026-11-24T00:00:00.000Z');
  });
});

describe('a job that ends', () => {
  const waiting = async (): Promise<void> => {
    const { job } = await addJob(desk, '午检', noon);
    const store = await openStore(desk.folder);
    const due = { job, id: `${job.id}@2026-11-24T12:30`, dueAt: '2026-11-24T04:30:00.000Z', late: false, attempts: 0 };
    await beginSlot(store, due, desk.door.newId(), false, { actor: scheduler, at: '2026-11-24T04:30:00.000Z' });
    await failAttempt(store, due.id, store.read().slots[due.id]?.attemptId ?? '', 'timed-out', 0, { actor: scheduler, at: '2026-11-24T05:00:00.000Z' });
    await store.close();
  };

  it('removed, keeps its past; what waited for another try has failed', async () => {
    await waiting();
    expect((await removeJob(on('2026-11-24T05:01:00.000Z'), '午检')).name).toBe('午检');
    expect(await listJobs(desk)).toEqual([]);
    expect(await showLedger(desk, undefined, 10)).toMatchObject([{ job: null, slot: { state: 'failed', reason: 'timed-out', attempts: 1 } }]);
  });

  it('disabled, lets nothing wait either', async () => {
    await waiting();
    await enableJob(on('2026-11-24T05:01:00.000Z'), '午检', false);
    expect((await showLedger(desk, '午检', 10)).map(({ slot }) => slot.state)).toEqual(['failed']);
  });
});

describe('the coming times', () => {
  it('of all jobs come in order of time, those of disabled ones do not', async () => {
    await addJob(desk, '午检', noon);
    await addJob(desk, '晨检', { ...noon, rhythm: { kind: 'day', at: '08:30' } });
    await addJob(desk, '夜检', { ...noon, rhythm: { kind: 'day', at: '20:00' } });
    await enableJob(desk, '夜检', false);
    expect((await comingTimes(desk, undefined, 3)).map(({ job, local }) => [job, local])).toEqual([['晨检', '2026-11-24T08:30'], ['午检', '2026-11-24T12:30'], ['晨检', '2026-11-25T08:30']]);
    expect((await comingTimes(desk, '午检', 2)).map(({ job }) => job)).toEqual(['午检', '午检']);
    expect(await refusal(comingTimes(desk, '早检', 2))).toBe('job-unknown');
  });
});
