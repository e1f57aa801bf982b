import { z } from 'zod';
import { AgentHealth } from '#domain/agent-health.js';
import { Slot } from '#domain/slot.js';
import { JobView } from './schedules.js';

const LatestResult = z.strictObject({
  at: z.string(),
  job: z.string(),
  state: Slot.shape.state,
  late: z.boolean(),
  reason: Slot.shape.reason,
  counts: z.strictObject({ pass: z.int(), fail: z.int(), open: z.int() }),
  openFindings: z.int(),
  report: z.string().optional(),
});

export const AgentStatus = z.strictObject({
  state: z.enum(['alive', 'stale', 'stopped']),
  health: AgentHealth.nullable(),
  jobs: z.array(JobView),
  last: LatestResult.nullable(),
  thirtyDays: z.strictObject({ due: z.int(), done: z.int(), late: z.int(), failed: z.int(), missed: z.int(), open: z.int(), reasons: z.record(z.string(), z.int()) }),
  overdue: z.boolean(),
});

/** What `--json` prints, by command. */
export const agentShapes: Readonly<Record<string, z.ZodType>> = {
  'agent:run': z.strictObject({ ended: z.array(Slot) }),
  'agent:once': z.strictObject({ ended: z.array(Slot) }),
  'agent:status': AgentStatus,
};
