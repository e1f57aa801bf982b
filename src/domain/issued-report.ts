import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoInstant, Uuid } from './primitives.js';

/** A paper that was printed: number, check code and digest, so that two copies can be compared. */
export const IssuedReport = z.strictObject({
  id: Uuid,
  /** R-2026-0012 */
  number: z.string(),
  template: z.string(),
  title: z.string(),
  at: IsoInstant,
  by: Actor,
  assessmentIds: z.array(Uuid),
  checkCode: z.string(),
  fileDigest: Digest,
  path: z.string(),
});
export type IssuedReport = z.infer<typeof IssuedReport>;
