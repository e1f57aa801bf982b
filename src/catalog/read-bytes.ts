import { constants, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { AppError } from '#domain/app-error.js';

/** The bytes of a regular file, at most `limit`; never a device or a pipe. */
export function readBytes(file: string, limit: number): Buffer {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new AppError('file-unreadable', { file, detail: 'EISDIR' });
    if (stat.size > limit) throw new AppError('file-too-large', { file, bytes: stat.size, limit });
    return readFileSync(handle);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    throw code === 'ENOENT' ? new AppError('file-not-found', { file }, { cause }) : new AppError('file-unreadable', { file, detail: code }, { cause });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
