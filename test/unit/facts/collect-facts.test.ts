import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectFacts, type Collection } from '#facts/collect-facts.js';
import { textOf } from '#facts/look.js';
import { probe, unseen, type Probe } from '#facts/probe.js';
import { closedMachine, emptyMachine, hangingMachine, untouchableMachine } from '../../contract/hostile-hosts.js';

function asking(id: string, run: () => Promise<{ count: number }>): Probe {
  return probe({ id, schema: z.object({ count: z.int() }), sources: [`/proc/${id}`], run });
}

const seen = z.object({ text: z.string().optional() });
const sound = asking('sound', () => Promise.resolve({ count: 3 }));
const hanging = asking('hanging', () => new Promise(() => undefined));
const throwing = asking('throwing', () => Promise.reject(new TypeError('private words')));
const lying = asking('lying', () => Promise.resolve({ count: 'three' } as unknown as { count: number }));

async function run(probes: readonly Probe[], more: Partial<Collection> = {}) {
  return collectFacts({ host: emptyMachine, probes, needed: probes.map(({ id }) => id), mode: 'non-classified', ...more });
}

describe('collectFacts', () => {
  it('keeps the value of a probe with its sources and the moment', async () => {
    expect(await run([sound])).toEqual({ sound: { status: 'observed', value: { count: 3 }, sources: ['/proc/sound'], readAt: '2026-11-20T08:00:00.000Z' } });
  });

  it('asks only what is needed', async () => {
    expect(Object.keys(await run([sound, throwing], { needed: ['sound'] }))).toEqual(['sound']);
  });

  it('a hanging probe is given up at its time-out, and the others still answer', async () => {
    const started = performance.now();
    const facts = await run([hanging, sound], { limits: { probeMs: 40, runMs: 60_000 } });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(facts).toMatchObject({ hanging: { status: 'unavailable', reason: 'timed-out' }, sound: { status: 'observed' } });
  });

  it('when the time of the run is over, probes that still hang are given up, and are not blamed for it', async () => {
    const late = Array.from({ length: 8 }, (_, index) => asking(`late${index}`, hanging.run as () => Promise<{ count: number }>));
    const facts = await run(late, { limits: { probeMs: 5_000, runMs: 60 } });
    expect(Object.values(facts).map((fact) => (fact.status === 'unavailable' ? fact.reason : fact.status))).toEqual(Array(8).fill('budget-spent'));
  });

  it('after that nothing more is asked', async () => {
    let asked = 0;
    const counting = asking('counting', () => Promise.resolve({ count: (asked += 1) }));
    expect(await run([counting, sound], { limits: { probeMs: 5_000, runMs: 0 } })).toMatchObject({ counting: { reason: 'budget-spent' }, sound: { reason: 'budget-spent' } });
    expect(asked).toBe(0);
  });

  it('a probe that throws has crashed, and its words are not kept', async () => {
    const facts = await run([throwing]);
    expect(facts['throwing']).toMatchObject({ status: 'unavailable', reason: 'crashed', detail: 'TypeError' });
    expect(JSON.stringify(facts)).not.toContain('private words');
  });

  it('a probe that throws before it promises has crashed too', async () => {
    const rash = asking('rash', () => { throw new RangeError('now'); });
    expect(await run([rash])).toMatchObject({ rash: { reason: 'crashed', detail: 'RangeError' } });
  });

  it('an answer in another shape than promised is no answer', async () => {
    expect(await run([lying])).toMatchObject({ lying: { status: 'unavailable', reason: 'crashed', detail: 'count' } });
  });

  it('a probe says what it could not see, and a path only where it declares it', async () => {
    const named = probe({ id: 'named', schema: seen, sources: ['/etc/shadow (counts only)'], run: async (host) => ({ text: await textOf(host, '/etc/shadow') }) });
    const other = probe({ id: 'other', schema: seen, sources: ['/etc/networks/* (names)'], run: async (host) => ({ text: await textOf(host, '/etc/networks/Zhang San') }) });
    const facts = await run([named, other], { host: closedMachine });
    expect(facts).toMatchObject({ named: { reason: 'no-permission', detail: '/etc/shadow' }, other: { reason: 'no-permission', detail: '/etc/networks/*' } });
  });

  it('a reason is cut to what the records can hold', async () => {
    const wordy = asking('wordy', () => Promise.reject(unseen('crashed', 'x'.repeat(5_000))));
    const [fact] = Object.values(await run([wordy]));
    expect(fact?.status === 'unavailable' && fact.detail?.length).toBe(300);
  });

  it('on a classified machine nothing is asked', async () => {
    const touching = asking('touching', () => untouchableMachine.stat('/') as never);
    expect(await run([touching, hanging], { host: untouchableMachine, mode: 'classified' })).toMatchObject({ touching: { reason: 'classified-machine' }, hanging: { reason: 'classified-machine' } });
  });

  it('no more than four probes run at the same time, and each is reported when it is done', async () => {
    let running = 0;
    let most = 0;
    const busy = Array.from({ length: 12 }, (_, index) =>
      asking(`busy${index}`, async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => { setTimeout(resolve, 2); });
        running -= 1;
        return { count: index };
      }));
    const told: string[] = [];
    await run(busy, { onProgress: (done, total) => { told.push(`${done}/${total}`); } });
    expect(most).toBe(4);
    expect(told).toEqual(busy.map((_, index) => `${index + 1}/12`));
  });

  it('a host that hangs at every look leaves nothing open but the facts', async () => {
    const facts = await run([probe({ id: 'stuck', schema: seen, sources: [], run: async (host) => ({ text: (await host.stat('/')).kind }) })], { host: hangingMachine, limits: { probeMs: 10, runMs: 1_000 } });
    expect(facts).toMatchObject({ stuck: { reason: 'timed-out' } });
  });
});
