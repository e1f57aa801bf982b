import type { z } from 'zod';
import type { UnavailableReason } from '#domain/fact.js';
import type { Host } from './host.js';

/** One question to the machine; its name for people is `probe.<id>` in the catalogue. `sources` lists every file, key and command it reads: staff are shown this list. */
export interface Probe<S extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly schema: S;
  readonly sources: readonly string[];
  /** The answer, or `Unseen` thrown by the looks of `look.ts` where something could not be seen. */
  run(host: Host): Promise<z.infer<S>>;
}

/** Keeps the type of the answer while the probe is written down. */
export function probe<S extends z.ZodObject>(definition: Probe<S>): Probe {
  return definition;
}

/** A look that failed, on its way to becoming `unavailable`. */
export interface Unseen extends Error {
  readonly unseen: UnavailableReason;
  readonly detail: string;
  /** Where; its last part may be a name that belongs to a person, so it is kept only where the probe declares it. */
  readonly path?: string;
}

export function unseen(reason: UnavailableReason, detail: string, path?: string): Unseen {
  return Object.assign(new Error(reason), { unseen: reason, detail, ...(path === undefined ? {} : { path }) });
}

export function isUnseen(error: unknown): error is Unseen {
  return error instanceof Error && 'unseen' in error;
}
