import { z } from 'zod';
import type { Change } from '#domain/change.js';
import { StoreIdentity } from '#domain/identity.js';
import { Digest, IsoInstant } from '#domain/primitives.js';
import { collectionSchemas, type CollectionName } from '#domain/working-set.js';

/** Format of the records this program writes and reads. */
export const storeFormat = 1;

export const collections = Object.keys(collectionSchemas) as readonly CollectionName[];

/** A body that was purged for personal-data reasons, named with the digest of the tombstone that stands in its place. */
const Purge = z.strictObject({ seq: z.int().positive(), tombstone: Digest });

const Tombstone = z.strictObject({ at: IsoInstant, by: z.string().min(1), reason: z.string().min(1), bytes: z.int().nonnegative() });

/** What a repair took out of the chain, and why; documents that are named here are known to be gone. */
const Repair = z.strictObject({
  reason: z.string().min(1).max(500),
  /** Where the journal was cut. */
  file: z.string(),
  byte: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Records lost to the chain, as far as that can be told. */
  records: z.int().nonnegative(),
  /** How many of them still stand whole in what was set aside. */
  frames: z.int().nonnegative(),
  documents: z.array(Digest),
  /** Files of evidence that are gone. */
  evidence: z.array(Digest).optional(),
  /** The copy of everything as it was before. */
  copy: z.string().min(1),
});
export type Repair = z.infer<typeof Repair>;

const changeSchemas = collections.map((collection) =>
  z.strictObject({ collection: z.literal(collection), id: z.string().min(1), value: collectionSchemas[collection].nullable() }),
);
const AnyChange = z.discriminatedUnion('collection', changeSchemas as [(typeof changeSchemas)[number]]);

const Founding = z.strictObject({ identity: StoreIdentity });
const Commit = z.strictObject({ changes: z.array(AnyChange), documents: z.array(Digest), purges: z.array(Purge).min(1).optional(), repair: Repair.optional() });
const Purged = z.strictObject({ purged: Tombstone });

/** What a record did: it founded the store, changed the working set, or was purged later. */
export type FrameBody =
  | { readonly identity: StoreIdentity }
  | { readonly changes: readonly Change[]; readonly documents: readonly string[]; readonly purges?: readonly z.infer<typeof Purge>[]; readonly repair?: Repair | undefined }
  | { readonly purged: z.infer<typeof Tombstone> };

/** The body in `value`, with the defaults of its schemas filled in; undefined when it is none. */
export function bodyIn(value: unknown): FrameBody | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const schema = 'changes' in value ? Commit : 'identity' in value ? Founding : Purged;
  const checked = schema.safeParse(value);
  return checked.success ? (checked.data as FrameBody) : undefined;
}

/** Documents and files that this body, of a repair, names as gone. */
export function goneIn({ repair }: { readonly repair?: Repair | undefined }): readonly string[] {
  return repair === undefined ? [] : [...repair.documents, ...(repair.evidence ?? [])];
}

/** Format and version of a newer program, when this body says that only such a program can read on. */
export function newerFormat(value: unknown): { readonly format: number; readonly version: string } | undefined {
  const { identity, upgraded } = (value ?? {}) as { readonly identity?: unknown; readonly upgraded?: unknown };
  const { format, toolVersion } = (identity ?? upgraded ?? {}) as { readonly format?: unknown; readonly toolVersion?: unknown };
  return typeof format === 'number' && format > storeFormat
    ? { format, version: typeof toolVersion === 'string' ? toolVersion : '?' }
    : undefined;
}
