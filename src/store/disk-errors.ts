import { AppError, errorCodes } from '#domain/app-error.js';

const known = { ENOSPC: 'store-disk-full', EDQUOT: 'store-disk-full', EROFS: 'store-read-only-disk' } as const;

/** Runs reading; a failure of the disk becomes one of the store's own errors. */
export function whileReading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const errno = errnoOf(error);
    throw errno === undefined ? error : new AppError('store-read-failed', { detail: errno }, { cause: error });
  }
}

/** Runs writing that is all or nothing; a failure of the disk becomes one of the store's own errors, and old records are intact. */
export function whileWriting<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw errnoOf(error) === undefined ? error : writeFailure(error);
  }
}

/** A failed write in the store's words. */
export function writeFailure(cause: unknown): AppError {
  const errno = errnoOf(cause) ?? 'EIO';
  return errno in known
    ? new AppError(known[errno as keyof typeof known], {}, { cause })
    : new AppError('store-write-failed', { detail: errno }, { cause });
}

/** True for the errors that say the records themselves are not as they were written. */
export function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && errorCodes[error.code] === 'damaged';
}

/** The system's name of a failure, e.g. `ENOSPC`; undefined for everything that did not come from the disk. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof AppError) return undefined;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && (syscall !== undefined || /^E[A-Z0-9]+$/.test(code)) ? code : undefined;
}
