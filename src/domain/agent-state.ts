import { z } from 'zod';
import { IsoInstant } from './primitives.js';

export const agentStarts = ['systemd', 'terminal', 'background', 'once'] as const;

/** What the night watch last said of itself; one record, `agent`. */
export const AgentState = z.strictObject({
  state: z.enum(['running', 'stopped']),
  startedBy: z.enum(agentStarts),
  startedAt: IsoInstant,
  at: IsoInstant,
  /** Steps of the clock seen since it started, and the last one in seconds. */
  clockSteps: z.int().nonnegative(),
  lastStepSeconds: z.number(),
});
export type AgentState = z.infer<typeof AgentState>;
