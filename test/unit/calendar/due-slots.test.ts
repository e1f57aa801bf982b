import { describe, expect, it } from 'vitest';
import { decideDue } from '#calendar/due-slots.js';
import { china, decideAt, holidays2026, jobOf, ledgerOf, noonJob, slotAt, told } from './office-jobs.js';

const sinceMonday = { ...noonJob, since: china('2026-10-12 08:00') };
const at = (now: string, ...rest: Parameters<typeof decideAt> extends [string, ...infer R] ? R : never): ReturnType<typeof told> => told(decideAt(now, ...rest));
const nothing = { run: [], missed: [] };

describe('a daily check at 12:30', () => {
  it('is not begun before its time', () => {
    expect(at('2026-10-12 12:29', sinceMonday)).toEqual(nothing);
  });

  it.each(['12:30', '12:31', '12:32'])('is on time at %s', (clock) => {
    expect(at(`2026-10-12 ${clock}`, sinceMonday)).toEqual({ run: ['2026-10-12 12:30'], missed: [] });
  });

  it('is made up, late, when the machine comes on in the afternoon', () => {
    expect(at('2026-10-12 15:00', sinceMonday)).toEqual({ run: ['2026-10-12 12:30 late'], missed: [] });
  });

  it('after three days off only the newest is made up, the others were missed', () => {
    const slots = ledgerOf(slotAt(sinceMonday, '2026-10-12 12:30', 'done'));
    expect(at('2026-10-16 09:00', sinceMonday, slots)).toEqual({ run: ['2026-10-15 12:30 late'], missed: ['2026-10-13 12:30 machine-off', '2026-10-14 12:30 machine-off'] });
  });

  it.each(['done', 'failed', 'missed'] as const)('that is %s is settled', (state) => {
    expect(at('2026-10-12 18:00', sinceMonday, ledgerOf(slotAt(sinceMonday, '2026-10-12 12:30', state)))).toEqual(nothing);
  });

  it('never falls due before the job was there', () => {
    expect(at('2026-10-12 12:00', sinceMonday)).toEqual(nothing);
  });

  it('tells its moment and how often it was tried', () => {
    const slots = ledgerOf(slotAt(sinceMonday, '2026-10-12 12:30', 'waiting', { attempts: 2 }));
    expect(decideAt('2026-10-12 12:40', sinceMonday, slots).run).toEqual([{ job: sinceMonday, id: `${noonJob.id}@2026-10-12T12:30`, dueAt: china('2026-10-12 12:30'), late: true, attempts: 2 }]);
  });
});

describe('a job that does not catch up', () => {
  const job = { ...sinceMonday, catchUp: false };

  it('runs within the two minutes of its time', () => {
    expect(at('2026-10-12 12:32', job)).toEqual({ run: ['2026-10-12 12:30'], missed: [] });
  });

  it('is missed after them, and says why', () => {
    expect(at('2026-10-12 12:33', job)).toEqual({ run: [], missed: ['2026-10-12 12:30 no-catch-up'] });
  });

  it('tries again what it had begun in time', () => {
    expect(at('2026-10-12 12:40', job, ledgerOf(slotAt(job, '2026-10-12 12:30', 'waiting')))).toEqual({ run: ['2026-10-12 12:30 late'], missed: [] });
  });

  it('is not late by its own random delay', () => {
    expect(at('2026-10-12 12:41', { ...job, jitterMinutes: 10 }, {}, 0.99)).toEqual({ run: ['2026-10-12 12:30'], missed: [] });
  });
});

describe('a random delay of ten minutes', () => {
  const job = { ...sinceMonday, jitterMinutes: 10 };

  it.each([[0, '12:30'], [0.5, '12:35'], [0.99, '12:40']])('with a spread of %f begins at %s', (spread, clock) => {
    const [hour, minute] = clock.split(':').map(Number);
    const before = `2026-10-12 ${String(hour)}:${String((minute ?? 0) - 1).padStart(2, '0')}`;
    expect(at(before, job, {}, spread)).toEqual(nothing);
    expect(at(`2026-10-12 ${clock}`, job, {}, spread)).toEqual({ run: ['2026-10-12 12:30'], missed: [] });
  });

  it('of many machines spreads their starts over the ten minutes', () => {
    const begun = (now: string): number => Array.from({ length: 100 }, (_, machine) => decideAt(now, job, {}, machine / 100).run.length).reduce((sum, each) => sum + each, 0);
    expect([begun('2026-10-12 12:30'), begun('2026-10-12 12:35'), begun('2026-10-12 12:40')]).toEqual([1, 51, 100]);
  });
});

describe('quiet hours', () => {
  const job = { ...sinceMonday, quietHours: { from: '12:00', to: '18:00' } };
  const night = jobOf({ kind: 'day', at: '20:00' }, { since: china('2026-10-12 08:00'), quietHours: { from: '08:30', to: '18:00' } });

  it('put the start off to their end', () => {
    expect(at('2026-10-12 12:30', job)).toEqual(nothing);
    expect(at('2026-10-12 17:59', job)).toEqual(nothing);
    expect(at('2026-10-12 18:00', job)).toEqual({ run: ['2026-10-12 12:30 late'], missed: [] });
  });

  it('over midnight hold on both sides of it', () => {
    const early = jobOf({ kind: 'day', at: '23:00' }, { since: china('2026-10-12 08:00'), quietHours: { from: '22:00', to: '06:00' } });
    expect(at('2026-10-12 23:00', early)).toEqual(nothing);
    expect(at('2026-10-13 05:59', early)).toEqual(nothing);
    expect(at('2026-10-13 06:00', early).run).toEqual(['2026-10-12 23:00 late']);
  });

  it('are those of the job\'s own zone', () => {
    const urumqi = { ...night, zone: 'Asia/Urumqi' };
    // 20:00 there is 22:00 in Shanghai; 08:30 there is 10:30.
    expect(at('2026-10-13 10:29', urumqi).run).toEqual(['2026-10-12 20:00 late']);
    expect(at('2026-10-13 10:30', urumqi)).toEqual(nothing);
  });

  it('hold for another try too', () => {
    expect(at('2026-10-12 12:40', job, ledgerOf(slotAt(job, '2026-10-12 12:30', 'waiting')))).toEqual(nothing);
  });

  it('do not hold for what is overdue by more than a day', () => {
    const weekly = jobOf({ kind: 'week', at: '07:00', on: 1 }, { since: china('2026-10-12 06:00'), quietHours: { from: '08:30', to: '18:00' } });
    expect(at('2026-10-13 07:00', weekly).run).toHaveLength(1);
    expect(at('2026-10-13 08:30', weekly)).toEqual({ run: ['2026-10-12 07:00 late'], missed: [] });
    expect(at('2026-10-12 09:00', weekly)).toEqual(nothing);
  });

  it('do not silence a machine that is on in them only: the second morning is overdue', () => {
    expect(at('2026-10-13 09:00', night)).toEqual(nothing);
    expect(at('2026-10-14 09:00', night)).toEqual({ run: ['2026-10-13 20:00 late'], missed: ['2026-10-12 20:00 machine-off'] });
    const kept = ledgerOf(slotAt(night, '2026-10-12 20:00', 'missed'), slotAt(night, '2026-10-13 20:00', 'done'));
    expect(at('2026-10-15 09:00', night, kept)).toEqual(nothing);
    expect(at('2026-10-16 09:00', night, kept).run).toEqual(['2026-10-15 20:00 late']);
  });
});

describe('a check every six hours on a machine that is on in quiet hours only', () => {
  const job = jobOf({ kind: 'cron', expression: '0 */6 * * *' }, { since: china('2026-10-12 09:00'), quietHours: { from: '08:30', to: '18:00' } });
  const missed = ledgerOf(...['2026-10-12 12:00', '2026-10-12 18:00', '2026-10-13 00:00', '2026-10-13 06:00'].map((local) => slotAt(job, local, 'missed')));

  it('is overdue a day after the first time that was not kept, whatever was recorded as missed since', () => {
    expect(at('2026-10-13 12:00', job, missed)).toEqual(nothing);
    expect(at('2026-10-13 12:01', job, missed)).toEqual({ run: ['2026-10-13 12:00'], missed: [] });
  });
});

describe('what was begun', () => {
  const noon = '2026-10-12 12:30';

  it('waits for its pause, then is tried again', () => {
    const slots = ledgerOf(slotAt(sinceMonday, noon, 'waiting', { notBefore: china('2026-10-12 12:36') }));
    expect(at('2026-10-12 12:35', sinceMonday, slots)).toEqual(nothing);
    expect(at('2026-10-12 12:36', sinceMonday, slots).run).toEqual([`${noon} late`]);
  });

  it('is not held by a pause that a clock ahead of time wrote', () => {
    const ahead = { notBefore: china('2026-10-12 23:00'), recordedAt: china('2026-10-12 22:59') };
    expect(at('2026-10-12 12:40', sinceMonday, ledgerOf(slotAt(sinceMonday, noon, 'waiting', ahead))).run).toEqual([`${noon} late`]);
  });

  it('and still says running while nothing runs was left behind, and is begun again', () => {
    expect(at('2026-10-12 13:00', sinceMonday, ledgerOf(slotAt(sinceMonday, noon, 'running'))).run).toEqual([`${noon} late`]);
  });

  it('gives way to the next time when that is due', () => {
    const slots = ledgerOf(slotAt(sinceMonday, noon, 'waiting', { notBefore: china('2026-10-13 13:00') }));
    expect(at('2026-10-13 12:30', sinceMonday, slots)).toEqual({ run: ['2026-10-13 12:30'], missed: [`${noon} machine-off`] });
  });

  it('under a rhythm that was changed since is not left waiting', () => {
    const changed = { ...sinceMonday, rhythm: { kind: 'day' as const, at: '17:00' }, since: china('2026-10-12 12:45') };
    expect(at('2026-10-12 12:50', changed, ledgerOf(slotAt(sinceMonday, noon, 'waiting')))).toEqual({ run: [], missed: [`${noon} machine-off`] });
  });
});

describe('a clock that is set', () => {
  const done = ledgerOf(slotAt(sinceMonday, '2026-10-12 12:30', 'done'));

  it.each(['2026-10-12 12:29:59', '2026-10-12 12:30:00', '2026-10-12 12:30:30'])('back a little, to %s, runs nothing twice', (now) => {
    expect(at(now, sinceMonday, done)).toEqual(nothing);
    expect(at('2026-10-12 12:31', sinceMonday, done)).toEqual(nothing);
  });

  it('back a second before the time runs it when its time comes', () => {
    expect(at('2026-10-12 12:29:59', sinceMonday)).toEqual(nothing);
    expect(at('2026-10-12 12:30:00', sinceMonday).run).toEqual(['2026-10-12 12:30']);
  });

  it('back a day runs nothing twice, and the next new time as ever', () => {
    const slots = { ...done, ...ledgerOf(slotAt(sinceMonday, '2026-10-13 12:30', 'done')) };
    expect(at('2026-10-12 13:00', sinceMonday, slots)).toEqual(nothing);
    expect(at('2026-10-13 12:30', sinceMonday, slots)).toEqual(nothing);
    expect(at('2026-10-14 12:30', sinceMonday, slots)).toEqual({ run: ['2026-10-14 12:30'], missed: [] });
  });

  it('back a year before the job was there: the night does not go unseen', () => {
    expect(at('2025-10-12 13:00', sinceMonday, done)).toEqual({ run: ['2025-10-12 12:30 late'], missed: [] });
    const after = { ...done, ...ledgerOf(slotAt(sinceMonday, '2025-10-12 12:30', 'done')) };
    expect(at('2025-10-12 13:00', sinceMonday, after)).toEqual(nothing);
    expect(at('2025-10-13 12:30', sinceMonday, after)).toEqual({ run: ['2025-10-13 12:30'], missed: [] });
    expect(at('2026-10-13 12:30', sinceMonday, after)).toEqual({ run: ['2026-10-13 12:30'], missed: [] });
  });

  it('ahead a year and back: what it called missed does not bind, what it did does', () => {
    const ahead = { recordedAt: china('2027-10-12 13:00') };
    const slots = {
      ...done,
      ...ledgerOf(slotAt(sinceMonday, '2026-10-13 12:30', 'missed', ahead), slotAt(sinceMonday, '2026-10-14 12:30', 'missed', ahead), slotAt(sinceMonday, '2027-10-12 12:30', 'done', ahead)),
    };
    expect(at('2026-10-13 12:30', sinceMonday, slots)).toEqual({ run: ['2026-10-13 12:30'], missed: [] });
    expect(at('2026-10-14 12:45', sinceMonday, slots)).toEqual({ run: ['2026-10-14 12:30 late'], missed: ['2026-10-13 12:30 machine-off'] });
    const later = { ...slots, ...ledgerOf(slotAt(sinceMonday, '2027-10-11 12:30', 'done')) };
    expect(at('2027-10-12 12:45', sinceMonday, later)).toEqual(nothing);
    expect(at('2027-10-13 12:30', sinceMonday, later)).toEqual({ run: ['2027-10-13 12:30'], missed: [] });
  });

  it('ahead a year makes up one time and records the newest of the others', () => {
    const { run, missed } = at('2027-10-12 13:00', sinceMonday, done);
    expect([run, missed.length, missed.at(0), missed.at(-1)]).toEqual([['2027-10-12 12:30 late'], 364, '2026-10-13 12:30 machine-off', '2027-10-11 12:30 machine-off']);
  });
});

describe('a person who changes a job', () => {
  const slots = ledgerOf(slotAt(sinceMonday, '2026-10-12 12:30', 'done'));

  it('disabled, it never falls due', () => {
    expect(at('2026-10-13 12:30', { ...sinceMonday, enabled: false }, slots)).toEqual(nothing);
  });

  it('enabled again: times that passed meanwhile do not fall due', () => {
    const again = { ...sinceMonday, since: china('2026-10-15 09:00') };
    expect(at('2026-10-15 09:01', again, slots)).toEqual(nothing);
    expect(at('2026-10-15 12:30', again, slots)).toEqual({ run: ['2026-10-15 12:30'], missed: [] });
  });

  it('with another rhythm: the old times are no more, the new ones begin now', () => {
    const edited = { ...sinceMonday, rhythm: { kind: 'day' as const, at: '09:00' }, since: china('2026-10-12 16:00') };
    expect(at('2026-10-12 17:00', edited, slots)).toEqual(nothing);
    expect(at('2026-10-13 09:00', edited, slots).run).toEqual(['2026-10-13 09:00']);
  });

  it('each job is decided by itself', () => {
    const other = { ...noonJob, id: '00000000-0000-4000-8000-00000000000b', since: china('2026-10-13 08:00') };
    const decision = decideDue({ jobs: [sinceMonday, other], slots, holidays: holidays2026, now: china('2026-10-13 12:30'), spread: () => 0 });
    expect(decision.run.map(({ id }) => id)).toEqual([`${noonJob.id}@2026-10-13T12:30`, `${other.id}@2026-10-13T12:30`]);
  });
});
