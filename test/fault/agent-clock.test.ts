import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ledgerOf, startAgent } from '../e2e/agent.js';
import { foundedDesk, expectDone, type Desk } from '../e2e/zicha.js';

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const missing = !existsSync(library);
const note = missing ? ' (skipped: needs libfaketime)' : '';

/** Runs the real program with its clock standing at `moment`; the machine itself keeps its time. */
async function onceAt(desk: Desk, moment: string): Promise<void> {
  await startAgent(desk, ['once'], clockAt(moment)).exit;
}

function clockAt(moment: string): Readonly<Record<string, string>> {
  return { LD_PRELOAD: library, FAKETIME: `@${moment.replace('T', ' ')}`, TZ: 'UTC', DONT_FAKE_MONOTONIC: '1' };
}

function scheduled(added: string, ...rhythm: readonly string[]): Desk {
  const desk = foundedDesk();
  expectDone(desk.runWith(clockAt(added), 'schedule', 'add', 'nightly', ...rhythm, '--do', 'assess run --checklist key-places'));
  return desk;
}

function states(desk: Desk): readonly string[] {
  return ledgerOf(desk).map((slot) => `${slot.id.slice(37)} ${slot.state}${slot.late ? ' late' : ''}`);
}

const daily = ['--every', 'day', '--at', '02:00'] as const;

// A clock that stands ahead calls months missed that have not come yet: when they come, they are done all the same.
const saidMissedByAWrongClock = ['2028-02', '2028-01', '2027-12', '2027-11', '2027-10', '2027-09', '2027-08', '2027-07', '2027-06', '2027-05'].map((month) => `${month}-02T02:00 missed`);

/** Times in UTC; China is eight hours ahead. */
const cases: readonly (readonly [name: string, added: string, rhythm: readonly string[], moments: readonly string[], expected: readonly string[]])[] = [
  ['on time', '2027-03-01T00:00:00', daily, ['2027-03-01T18:00:10'], ['2027-03-02T02:00 done']],
  ['before its time', '2027-03-01T00:00:00', daily, ['2027-03-01T17:59:00'], []],
  ['four hours late', '2027-03-01T00:00:00', daily, ['2027-03-01T22:00:00'], ['2027-03-02T02:00 done late']],
  ['three nights late', '2027-03-01T00:00:00', daily, ['2027-03-04T00:00:00'], ['2027-03-04T02:00 done late', '2027-03-03T02:00 missed', '2027-03-02T02:00 missed']],
  ['twice in one minute', '2027-03-01T00:00:00', daily, ['2027-03-01T18:00:10', '2027-03-01T18:00:50'], ['2027-03-02T02:00 done']],
  ['set back an hour after the run', '2027-03-01T00:00:00', daily, ['2027-03-01T18:00:10', '2027-03-01T17:00:10', '2027-03-01T18:00:30'], ['2027-03-02T02:00 done']],
  ['set back a year, and right again', '2027-03-01T00:00:00', daily, ['2027-03-01T18:00:10', '2026-03-01T18:00:10', '2027-03-02T18:00:10'], ['2027-03-03T02:00 done', '2027-03-02T02:00 done', '2026-03-02T02:00 done']],
  ['ahead a year, and right again', '2027-03-01T00:00:00', ['--every', 'month', '--at', '02:00', '--on', '2'], ['2028-03-01T18:00:10', '2027-03-01T18:00:10', '2027-04-01T18:00:10'], ['2028-03-02T02:00 done', ...saidMissedByAWrongClock, '2027-04-02T02:00 done', '2027-03-02T02:00 done']],
  ['the 31st of a short month', '2027-04-01T00:00:00', ['--every', 'month', '--at', '02:00', '--on', '31'], ['2027-04-29T18:00:10'], ['2027-04-30T02:00 done']],
  ['29 February', '2028-02-01T00:00:00', ['--every', 'month', '--at', '02:00', '--on', '30'], ['2028-02-28T18:00:10'], ['2028-02-29T02:00 done']],
  ['the hour that summer time leaves out', '2027-03-13T12:00:00', [...daily.slice(0, 3), '02:30', '--zone', 'America/New_York'], ['2027-03-14T07:00:30'], ['2027-03-14T03:00 done']],
  ['the hour that summer time gives twice', '2027-11-06T12:00:00', [...daily.slice(0, 3), '01:30', '--zone', 'America/New_York'], ['2027-11-07T05:30:20', '2027-11-07T06:30:20'], ['2027-11-07T01:30 done']],
];

describe('the real program under another clock', () => {
  it.skipIf(missing).each(cases)(`%s${note}`, async (_name, added, rhythm, moments, expected) => {
    const desk = scheduled(added, ...rhythm);
    for (const moment of moments) await onceAt(desk, moment);
    expect(states(desk)).toEqual(expected);
  });
});
