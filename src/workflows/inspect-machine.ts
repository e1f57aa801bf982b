import type { z } from 'zod';
import type { FactSet } from '#domain/fact.js';
import type { MachineMode } from '#domain/identity.js';
import { collectFacts } from '#facts/collect-facts.js';
import { localHost } from '#facts/local-host.js';
import type { Host } from '#facts/host.js';
import { probes } from '#facts/probes/index.js';

/** Called after each probe: how many are done, of how many. */
export type Progress = (done: number, total: number) => void;

/** Looks at this machine, read-only; on a classified machine no probe runs. */
export function inspectMachine(mode: z.infer<typeof MachineMode>, needed: readonly string[], onProgress?: Progress): Promise<FactSet> {
  return collectFacts({ host: localHost(), probes, needed, mode, ...(onProgress === undefined ? {} : { onProgress }) });
}

/** Looks at another root file system, as far as it lies open without running; on a classified machine there is none to look at. */
export function inspectRoot(host: Host, needed: readonly string[], onProgress?: Progress): Promise<FactSet> {
  return collectFacts({ host, probes, needed, mode: 'non-classified', ...(onProgress === undefined ? {} : { onProgress }) });
}
