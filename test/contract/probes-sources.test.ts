import { describe, expect, it } from 'vitest';
import { localHost } from '#facts/local-host.js';
import { probes } from '#facts/probes/index.js';
import { closedMachine, machineFullOf, spied, type Asked } from './hostile-hosts.js';
import { factsOf, recorded, recordings } from './hosts.js';
import { covers, isDeclared, sourceFrom } from './probe-sources.js';
import { collectFacts } from '#facts/collect-facts.js';
import type { Host } from '#facts/host.js';

const hosts: readonly Host[] = [...Object.keys(recordings).map(recorded), closedMachine, machineFullOf(''), localHost()];

/** What each probe asked of any of these machines. */
const questions = new Map<string, readonly Asked[]>(
  await Promise.all(
    probes.map(async (probe) => {
      const all = await Promise.all(
        hosts.map(async (host) => {
          const { host: watched, asked } = spied(host);
          await collectFacts({ host: watched, probes: [probe], needed: [probe.id], mode: 'non-classified' });
          return asked;
        }),
      );
      return [probe.id, all.flat()] as const;
    }),
  ),
);

describe('what staff are told that a probe looks at', () => {
  it.each(probes.map((probe) => [probe.id, probe] as const))('%s looks at nothing it does not declare', (id, probe) => {
    const sources = probe.sources.map(sourceFrom);
    const undeclared = (questions.get(id) ?? []).filter((asked) => !isDeclared(asked, sources)).map((asked) => `${asked.kind} ${asked.about}`);
    expect([...new Set(undeclared)]).toEqual([]);
  });

  it.each(probes.map((probe) => [probe.id, probe] as const))('%s declares nothing it does not look at', (id, probe) => {
    const asked = questions.get(id) ?? [];
    const idle = probe.sources.map(sourceFrom).filter((source) => !asked.some((each) => covers(source, each)));
    expect(idle.map((source) => source.text)).toEqual([]);
  });

  it('an undeclared look, and one that goes deeper than declared, are noticed', () => {
    const sources = ['/etc/passwd (exists)', '/etc/cron.d/* (names counted)'].map(sourceFrom);
    const asked = (kind: Asked['kind'], about: string): Asked => ({ kind, about, answer: 'text' });
    expect(isDeclared(asked('stat', '/etc/passwd'), sources)).toBe(true);
    expect(isDeclared(asked('list', '/etc/cron.d'), sources)).toBe(true);
    expect(isDeclared(asked('readFile', '/etc/passwd'), sources)).toBe(false);
    expect(isDeclared(asked('readFile', '/etc/cron.d/jobs'), sources)).toBe(false);
    expect(isDeclared(asked('list', '/home'), sources)).toBe(false);
    expect(isDeclared(asked('run', 'nft list ruleset'), sources)).toBe(false);
  });

  it('no probe declares or opens what lies in a home folder', () => {
    const declared = probes.flatMap((probe) => probe.sources).filter((source) => /^\/(home|root)\//.test(source));
    expect(declared).toEqual(['/home/* (modes, counted)']);
    const opened = [...questions.values()].flat().filter(({ kind, about }) => /^\/(home|root)(\/|$)/.test(about) && kind !== 'stat' && about !== '/home');
    expect(opened).toEqual([]);
  });

  it('a run with all probes asks nothing but what each of them asks alone', async () => {
    const { host, asked } = spied(recorded('debian-12-hardened'));
    await factsOf(host);
    const sources = probes.flatMap((probe) => probe.sources).map(sourceFrom);
    expect(asked.filter((each) => !isDeclared(each, sources))).toEqual([]);
  });
});
