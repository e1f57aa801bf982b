import { describe, expect, it } from 'vitest';
import type { Fact } from '#domain/fact.js';
import { collectFacts } from '#facts/collect-facts.js';
import type { Host } from '#facts/host.js';
import type { Probe } from '#facts/probe.js';
import { probes } from '#facts/probes/index.js';
import { brokenMachine, closedMachine, emptyMachine, except, garbage, hangingMachine, machineFullOf, spied, untouchableMachine, type Asked } from './hostile-hosts.js';
import { factsOf, recorded, recordings } from './hosts.js';

const names = Object.keys(recordings);
const ids = probes.map((probe) => probe.id);

async function factOf(probe: Probe, host: Host, probeMs = 1_000): Promise<Fact> {
  const facts = await collectFacts({ host, probes: [probe], needed: [probe.id], mode: 'non-classified', limits: { probeMs, runMs: 60_000 } });
  return facts[probe.id] as Fact;
}

function valueOf(fact: Fact): unknown {
  return fact.status === 'observed' ? fact.value : fact.reason;
}

describe('probes on recorded machines', () => {
  it.each(names)('%s: every probe answers in the shape it promised, or says why not', async (name) => {
    const facts = await factsOf(recorded(name));
    expect(Object.keys(facts)).toEqual(ids.toSorted((left, right) => left.localeCompare(right)));
    const crashed = Object.entries(facts).filter(([, fact]) => fact.status === 'unavailable' && fact.reason === 'crashed');
    expect(crashed).toEqual([]);
    for (const probe of probes) {
      const fact = facts[probe.id];
      if (fact?.status === 'observed') expect(probe.schema.strict().safeParse(fact.value).error).toBeUndefined();
    }
  });

  it.each(probes.map((probe) => [probe.id, probe] as const))('%s answers on at least one of the machines', async (_, probe) => {
    const facts = await Promise.all(names.map((name) => factOf(probe, recorded(name))));
    expect(facts.some((fact) => fact.status === 'observed')).toBe(true);
  });

  it('answers hold only counts, yes or no, days, and a few named words', async () => {
    const free = /^(operatingSystem\.(id|version|kernel)|hardwareIdentity\.digest|ledgerIdentity\..*|storageIdentity\..*)$/;
    const days = /^\d{4}-\d{2}-\d{2}$/;
    const words = ['deb', 'rpm', 'other', 'uefi', 'bios', 'ufw', 'firewalld', 'nftables', 'iptables', 'windows', 'none', 'wired', 'wireless', 'mobile', 'virtual', 'tcp', 'udp', 'apparmor', 'selinux', 'kysec'];
    const all = (await Promise.all(names.map((name) => factsOf(recorded(name))))).flatMap((facts) => Object.entries(facts));
    const texts = all.flatMap(([id, fact]) => (fact.status === 'observed' ? textsIn(fact.value, id) : []));
    expect(texts.filter(([path, text]) => !free.test(path) && !days.test(text) && !words.includes(text))).toEqual([]);
  });
});

describe('probes on a machine that shows nothing', () => {
  it.each([
    ['empty', emptyMachine],
    ['closed', closedMachine],
    ['broken', brokenMachine],
  ])('%s: no probe answers', async (_, host) => {
    const facts = await factsOf(host);
    expect(Object.entries(facts).filter(([, fact]) => fact.status === 'observed')).toEqual([]);
  });

  it('closed: every probe names the lack of rights', async () => {
    const facts = await factsOf(closedMachine);
    expect([...new Set(Object.values(facts).map(valueOf))]).toEqual(['no-permission']);
  });

  it('hanging: every probe is given up in time', async () => {
    const facts = await collectFacts({ host: hangingMachine, probes, needed: ids, mode: 'non-classified', limits: { probeMs: 10, runMs: 60_000 } });
    expect(Object.values(facts).map(valueOf)).toEqual(ids.map(() => 'timed-out'));
  });

  it('classified: no probe touches the machine', async () => {
    const facts = await collectFacts({ host: untouchableMachine, probes, needed: ids, mode: 'classified' });
    expect(Object.values(facts).map(valueOf)).toEqual(ids.map(() => 'classified-machine'));
  });

  it.each(Object.entries(garbage))('%s: no probe that reads a text makes anything of it', async (_, text) => {
    // Serial numbers may be any text: they are only digested.
    for (const probe of probes.filter(({ id }) => id !== 'hardwareIdentity' && id !== 'ledgerIdentity')) {
      const { host, asked } = spied(machineFullOf(text));
      const fact = await factOf(probe, host);
      if (asked.some((each) => each.kind === 'readFile')) expect([probe.id, fact.status]).toEqual([probe.id, 'unavailable']);
    }
  });
});

describe('one source of a probe is lost', () => {
  /** Where another source may answer instead, or where a missing part is left out of the answer or told in it. */
  const tolerant: Readonly<Record<string, RegExp>> = {
    hardwareIdentity: /^\/sys\/block\/\w+\/(device\/)?(serial|wwid)$/,
    ledgerIdentity: /^\/sys\/(block\/\w+\/(device\/)?(serial|wwid)|class\/net\/[\w.-]+\/(address|device))$/,
    bootProtection: /SecureBoot-/,
    network: /\/carrier$/,
    storageHistory: /^\/var\/log\//,
    storageIdentity: /^\/var\/log\//,
    firewall: /^\/proc\/net\/ip_tables_names$/,
  };

  it.each(names)('%s: a denied or damaged source makes the answer unavailable, never another answer', { timeout: 60_000 }, async (name) => {
    for (const probe of probes) {
      const { host, asked } = spied(recorded(name));
      const before = valueOf(await factOf(probe, host));
      for (const each of asked.filter(isSeen)) {
        for (const look of lossesOf(each)) {
          const after = await factOf(probe, except(recorded(name), each.kind as 'readFile', each.about, look));
          const told = after.status === 'unavailable' || tolerant[probe.id]?.test(each.about) === true ? before : valueOf(after);
          expect([probe.id, each.about, look.kind, told]).toEqual([probe.id, each.about, look.kind, before]);
        }
      }
    }
  });
});

function isSeen(each: Asked): boolean {
  return ['text', 'names', 'stat'].includes(each.answer);
}

function lossesOf(each: Asked): readonly Parameters<typeof except>[3][] {
  const lost = [{ kind: 'denied' }, { kind: 'failed', detail: 'EIO' }] as const;
  return each.kind === 'readFile' ? [...lost, { kind: 'text', text: garbage['random bytes'] ?? '', cut: false }, { kind: 'text', text: 'half a', cut: true }] : lost;
}

function textsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, Array.isArray(value) ? path : `${path}.${key}`));
}
