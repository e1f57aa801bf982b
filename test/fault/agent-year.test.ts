import { describe, expect, it } from 'vitest';
import { dueTimesBetween } from '#calendar/due-times.js';
import { slotId } from '#calendar/due-slots.js';
import type { Slot } from '#domain/slot.js';
import { openStore } from '#store/store.js';
import { day, hour, minute, SimulatedMachine, type Fate } from '../fixtures/agent/simulated-machine.js';
import { scheduledUnit } from '../fixtures/agent/jobs.js';

const start = '2026-01-01T00:00:00.000Z';
const noHolidays = { days: {}, years: {} };
/** The simulated watch looks less often than the real one, so that two years pass in half a minute. */
const look = 40 * minute;

interface Year {
  readonly unsettled: readonly string[];
  readonly twice: readonly string[];
  /** Nights on which nothing went wrong and which were nevertheless not checked on time. */
  readonly unseen: readonly string[];
  readonly slowWakes: readonly string[];
  readonly slots: Readonly<Record<string, Slot>>;
  readonly completions: number;
}

/** What may happen on one day; each is drawn by number, so that the same year can be lived again. */
const troubles = [
  'quiet',
  'off-at-night',
  'sleep-at-night',
  'second',
  'hour',
  'day',
  'month',
  'year',
  'hang',
  'crash',
  'killed',
  'disk-full',
] as const;
type Trouble = (typeof troubles)[number];
const steps: Readonly<Partial<Record<Trouble, number>>> = { second: 1_000, hour, day, month: 30 * day, year: 365 * day };

async function live(seed: number, days: number, afterEachDay: (folder: string) => Promise<void> = () => Promise.resolve()): Promise<Year> {
  const { desk, jobs } = await scheduledUnit(start);
  const machine = new SimulatedMachine(desk.folder, start);
  const draw = random(seed);
  const calm: [string, string][] = [];
  const slowWakes: string[] = [];
  await machine.powerOn();
  for (let index = 0; index < days; index += 1) {
    const dawn = Date.parse(start) + index * day;
    const trouble = troubles[Math.floor(draw() * troubles.length)] ?? 'quiet';
    const before = machine.time;
    await liveDay(machine, trouble, dawn, draw, slowWakes);
    if (trouble === 'quiet') calm.push([new Date(Math.max(before, dawn)).toISOString(), new Date(dawn + day).toISOString()]);
    await afterEachDay(desk.folder);
  }
  machine.powerOff();
  const end = new Date(Date.parse(start) + days * day - 2 * hour).toISOString();
  const store = await openStore(desk.folder);
  const { slots } = store.read();
  const due = jobs.flatMap((job) =>
    dueTimesBetween(job, job.since, end, noHolidays, 10_000).map((time) => ({ id: slotId(job, time.local), at: time.at })),
  );
  const onTime = due.filter(({ at }) => calm.some(([from, to]) => at > from && at < to));
  return {
    unsettled: due.filter(({ id }) => !['done', 'failed', 'missed'].includes(slots[id]?.state ?? '')).map(({ id }) => id),
    twice: [...machine.completions].filter(([, count]) => count > 1).map(([id]) => id),
    // A clock that stood ahead may have done a night early: it is done, once and for ever.
    unseen: onTime
      .filter(({ id, at }) => !((machine.completedAt.get(id) ?? Number.POSITIVE_INFINITY) <= Date.parse(at) + look + 5 * minute))
      .map(({ id }) => `${id} ${slots[id]?.state ?? 'absent'} ${new Date(machine.completedAt.get(id) ?? 0).toISOString()}`),
    slowWakes,
    slots: { ...slots },
    completions: machine.completions.size,
  };
}

// The night at 02:00 in China is 18:00 UTC: each day is lived from one UTC midnight to the next.
async function liveDay(machine: SimulatedMachine, trouble: Trouble, dawn: number, draw: () => number, slowWakes: string[]): Promise<void> {
  const fates: Readonly<Partial<Record<Trouble, Fate>>> = { hang: 'hangs', crash: 'crashed', killed: 'agent-killed' };
  let bad = fates[trouble];
  machine.fate = () => {
    const fate = bad ?? 'done';
    if (fate === 'agent-killed') bad = undefined; // killed once, then started again
    return fate;
  };
  machine.diskFree = trouble === 'disk-full' ? 0 : 10 ** 10;
  const sign = draw() < 0.5 ? -1 : 1;
  for (let at = dawn; at < dawn + day; at += look) {
    if (machine.time > at) continue; // a job took longer than the step
    machine.time = at;
    const clock = at - dawn;
    const isNight = clock >= 14 * hour && clock < 23 * hour;
    if (trouble === 'off-at-night' && isNight) machine.powerOff();
    const sleeps = trouble === 'sleep-at-night' && isNight;
    const step = steps[trouble] ?? 0;
    machine.clockError = step !== 0 && clock >= 6 * hour && clock < 20 * hour ? sign * step : 0;
    if (trouble === 'disk-full' && clock >= 21 * hour) machine.diskFree = 10 ** 10;
    if (sleeps) continue;
    const wakes = !machine.isOn && !(trouble === 'off-at-night' && isNight);
    if (wakes) await machine.powerOn();
    const woke = machine.time;
    machine.time += 30_000;
    await machine.tick();
    if (wakes) slowWakes.push(...lateStarts(machine, woke));
  }
}

// A time missed while the machine was off is made up within a minute of its waking.
function lateStarts(machine: SimulatedMachine, woke: number): string[] {
  const begun = machine.log.filter((line) => line.includes('slot-begun')).at(-1);
  if (begun === undefined) return [];
  const at = Date.parse(begun.slice(0, 24)) - machine.clockError;
  return at >= woke && at - woke > minute ? [begun] : [];
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

describe('a year on an office machine that is switched off, set wrong, hung and filled up', () => {
  it.each([1, 2])('accounts for every due time, does none twice, and lets no quiet night pass (year %i)', async (seed) => {
    const year = await live(seed, 410);
    expect(year.unsettled).toEqual([]);
    expect(year.twice).toEqual([]);
    expect(year.unseen).toEqual([]);
    expect(year.slowWakes).toEqual([]);
    expect(year.completions).toBeGreaterThan(200);
    const states = new Set(Object.values(year.slots).map((slot) => `${slot.state}${slot.late ? ' late' : ''}`));
    expect([...states]).toEqual(expect.arrayContaining(['done', 'done late', 'missed', 'failed']));
  });

  it('would do nights twice without the ledger: the year itself can go red', async () => {
    const year = await live(1, 45, async (folder) => {
      const store = await openStore(folder);
      const ids = Object.keys(store.read().slots);
      await store.transact({ actor: { person: '测试', role: 'tool', proof: 'claimed' }, at: '2026-01-01T00:00:00.000Z' }, () => ({
        kind: 'slot.forgotten',
        changes: ids.map((id) => ({ collection: 'slots' as const, id, value: null })),
        result: undefined,
      }));
    });
    expect(year.twice.length).toBeGreaterThan(0);
  });
});
