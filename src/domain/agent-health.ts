import { z } from 'zod';
import { agentStarts } from './agent-state.js';
import { IsoInstant } from './primitives.js';

/** `agent/health.json`, written anew every minute while the night watch lives. */
export const AgentHealth = z.strictObject({
  pid: z.int().positive(),
  at: IsoInstant,
  startedAt: IsoInstant,
  startedBy: z.enum(agentStarts),
  version: z.string(),
  /** Hash of the newest record. */
  head: z.string(),
  lastJournalWriteAt: IsoInstant,
  lastEnded: z.strictObject({ slot: z.string(), state: z.string(), at: IsoInstant }).nullable(),
  nextDue: z.strictObject({ job: z.string(), at: IsoInstant }).nullable(),
  missedIn30Days: z.int().nonnegative(),
  diskFreeBytes: z.number().nonnegative(),
  disk: z.enum(['ample', 'low', 'full']),
  /** Longest stall of the agent's own loop since the last minute. */
  loopDelayMaxMs: z.number().nonnegative(),
  residentMegabytes: z.number().nonnegative(),
});
export type AgentHealth = z.infer<typeof AgentHealth>;
