import { AppError } from '#domain/app-error.js';

const known = { ENOSPC: 'store-disk-full', EDQUOT: 'store-disk-full', EROFS: 'store-read-only-disk' } as const;

/** A failed write in the store's words; old records are intact. */
export function writeFailure(failure: unknown): AppError {
  if (failure instanceof AppError) return failure;
  const cause = failure instanceof Error ? failure : ((failure as { cause?: unknown }).cause ?? failure);
  const code = (cause as NodeJS.ErrnoException).code ?? 'EIO';
  return code in known ? new AppError(known[code as keyof typeof known], {}, { cause }) : new AppError('store-write-failed', { detail: code }, { cause });
}
