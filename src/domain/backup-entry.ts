import { z } from 'zod';
import { Digest, IsoInstant, Uuid } from './primitives.js';

/** A backup that was made, or the one these records came back from. */
export const BackupEntry = z.strictObject({
  id: Uuid,
  kind: z.enum(['created', 'restored']),
  at: IsoInstant,
  path: z.string(),
  /** Number and hash of the newest record in it. */
  seq: z.int().positive(),
  head: Digest,
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});
export type BackupEntry = z.infer<typeof BackupEntry>;
