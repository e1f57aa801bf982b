import { z } from 'zod';
import { Evidence } from '#domain/evidence.js';
import { keepingOutcomes } from '#workflows/keep-evidence.js';
import { verifiedStates } from '#workflows/verify-evidence.js';

/** What the commands around evidence print with `--json`. */
export const evidenceShapes: Readonly<Record<string, z.ZodType>> = {
  'evidence:add': z.strictObject({ evidence: Evidence, outcome: z.enum(keepingOutcomes) }),
  'evidence:list': z.strictObject({ evidence: z.array(Evidence) }),
  'evidence:show': z.strictObject({ evidence: Evidence, path: z.string().optional() }),
  'evidence:verify': z.strictObject({
    evidence: z.array(z.strictObject({ number: z.string(), name: z.string(), digest: z.string(), bytes: z.int(), state: z.enum(verifiedStates) })),
    sound: z.int(),
    wrong: z.int(),
    purged: z.int(),
  }),
  'evidence:purge': z.strictObject({
    before: z.string(),
    purged: z.array(Evidence),
    held: z.array(z.strictObject({ evidence: Evidence, heldBy: z.array(z.string()) })),
    written: z.boolean(),
    leftOver: z.array(z.string()),
  }),
};
