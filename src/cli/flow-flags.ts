import { Flags } from '@oclif/core';
import { cellsOf } from './cell-flags.js';
import type { FlowOptions } from '#workflows/carrier-moves.js';

/** Flags that every flow takes besides its own: further cells, late entry, who writes. */
export const flowFlags = { set: Flags.string({ multiple: true, helpValue: 'COLUMN=VALUE' }), late: Flags.boolean(), by: Flags.string() };

export function flowOptions({ set, late, by }: { readonly set?: readonly string[] | undefined; readonly late: boolean; readonly by?: string | undefined }): FlowOptions {
  return { set: cellsOf(set ?? []), late, ...(by && { by }) };
}
