import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactSet } from '#domain/fact.js';
import { collectFacts } from '#facts/collect-facts.js';
import type { Host } from '#facts/host.js';
import { probes } from '#facts/probes/index.js';
import { HostRecording, replayHost } from '#facts/replay-host.js';

const folder = join(import.meta.dirname, '../fixtures/hosts');

/** Every machine on file, by name. */
export const recordings: Readonly<Record<string, HostRecording>> = Object.fromEntries(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, HostRecording.parse(JSON.parse(readFileSync(join(folder, entry.name, 'host.json'), 'utf8')))]),
);

/** The machine on file, ready to be asked. */
export function recorded(name: string): Host {
  return replayHost(recordingNamed(name));
}

export function recordingNamed(name: string): HostRecording {
  const recording = recordings[name];
  if (recording === undefined) throw new Error(`no machine on file is called ${name}`);
  return recording;
}

/** All facts of a host, as a run on a non-classified machine collects them. */
export function factsOf(host: Host): Promise<FactSet> {
  return collectFacts({ host, probes, needed: probes.map((probe) => probe.id), mode: 'non-classified' });
}
