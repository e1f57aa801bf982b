import { z } from 'zod';
import { Installation, Removal } from '#domain/installation.js';

/** What `--json` prints, by command. */
export const installShapes: Readonly<Record<string, z.ZodType>> = {
  'agent:install': z.union([Installation, z.strictObject({ notice: z.string() })]),
  'agent:uninstall': Removal,
  'agent:start': z.strictObject({ pid: z.int(), startedAt: z.string(), by: z.enum(['systemd', 'background']) }),
  'agent:stop': z.strictObject({ pid: z.int(), waitedMs: z.int() }),
  'agent:logs': z.strictObject({ lines: z.array(z.strictObject({ at: z.string(), code: z.string(), text: z.string() })) }),
};
