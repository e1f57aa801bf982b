import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoInstant } from './primitives.js';

/** Header of a journal frame; the hash chain covers headers, the header covers the body by digest. */
export const FrameHeader = z.strictObject({
  seq: z.int().positive(),
  prev: Digest,
  at: IsoInstant,
  bootId: z.string(),
  actor: Actor,
  kind: z.string(),
  bodyDigest: Digest,
});
export type FrameHeader = z.infer<typeof FrameHeader>;
