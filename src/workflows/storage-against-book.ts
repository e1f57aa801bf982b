import { z } from 'zod';
import { UnavailableReason } from '#domain/fact.js';
import type { storageAgreement } from '#domain/reckoned-facts.js';
import type { Row } from '#domain/register.js';
import { numberDigest } from '#facts/probes/ledger-identity.js';

/** The book in which removable media stand. */
export const mediaBook = 'media';

export const StorageShown = z.object({ serialDigests: z.array(z.string()), unnumbered: z.int(), missed: UnavailableReason.optional() });

/** How much of the storage that was plugged in stands in the book, found by serial number. */
export function storageAgainstBook(rows: readonly Row[], { serialDigests, unnumbered, missed }: z.infer<typeof StorageShown>): z.infer<typeof storageAgreement.schema> {
  const known = new Set(rows.flatMap(({ cells }) => (typeof cells['serial'] === 'string' ? [numberDigest(cells['serial'])] : [])));
  const registered = serialDigests.filter((digest) => known.has(digest)).length;
  return { seen: serialDigests.length, registered, unregistered: serialDigests.length - registered, unnumbered, complete: missed === undefined };
}
