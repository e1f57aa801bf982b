import { Flags } from '@oclif/core';
import type { Unmasking } from '#workflows/disclosure.js';

/** Flags of every output of a book: masked, unless a reason is put on record. */
export const unmaskFlags = { unmasked: Flags.boolean(), reason: Flags.string(), by: Flags.string() };

export function unmasking({ unmasked, reason, by }: { readonly unmasked: boolean; readonly reason?: string | undefined; readonly by?: string | undefined }): Unmasking {
  return { unmasked, ...(reason && { reason }), ...(by && { by }) };
}
