import { z } from 'zod';

/** How the night watch reaches people and what it keeps; one record, `agent`. */
export const AgentSettings = z.strictObject({
  /** A desktop notification after each run. */
  notify: z.boolean(),
  /** Papers of scheduled runs kept in the reports folder; those that a person printed are never removed. */
  keepReports: z.int().min(1).max(1000),
});
export type AgentSettings = z.infer<typeof AgentSettings>;

export const usualAgentSettings: AgentSettings = { notify: false, keepReports: 60 };
