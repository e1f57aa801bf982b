import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import type { WriteOptions } from '#workflows/change-books.js';

/** Flags of commands that take the cells of a row. */
export const cellFlags = {
  set: Flags.string({ multiple: true, required: true, helpValue: 'COLUMN=VALUE' }),
  late: Flags.boolean(),
  reason: Flags.string(),
  by: Flags.string(),
};

/** `COLUMN=VALUE` texts as cells. */
export function cellsOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(given.map(cellOf));
}

export function writeOptions({ late, reason, by }: { readonly late: boolean; readonly reason?: string | undefined; readonly by?: string | undefined }): WriteOptions {
  return { late, ...(reason && { reason }), ...(by && { by }) };
}

function cellOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('usage-invalid', { detail: `--set ${text}` });
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}
