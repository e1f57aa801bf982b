import { constants } from 'node:fs';
import { lstat, open, opendir, type FileHandle } from 'node:fs/promises';
import type { Missed, NamesLook, StatLook, TextLook } from './host.js';

const usualBytes = 512 * 1024;
const mostNames = 20_000;

/** Text of the file at a real path, up to a limit; what is no file of any kind may be opened, but is never waited for. */
export function textIn(path: string, maxBytes = usualBytes): Promise<TextLook> {
  return opened(path, 0, (handle) => read(handle, maxBytes));
}

/** Text of an ordinary file that is no link; a device, a pipe or a folder is not even opened. */
export async function textOfPlainFile(path: string, maxBytes = usualBytes): Promise<TextLook> {
  const status = await statusOf(path);
  if (status.kind !== 'stat') return status;
  if (status.type !== 'file') return noFile;
  // Looked at again once it is open: it may have been exchanged in between.
  return opened(path, constants.O_NOFOLLOW, async (handle) => ((await handle.stat()).isFile() ? read(handle, maxBytes) : noFile));
}

/** Names in the folder at a real path: all of them, or none. */
export async function namesOf(path: string): Promise<NamesLook> {
  try {
    const names: string[] = [];
    for await (const entry of await opendir(path, { bufferSize: 512 })) {
      // A list that was cut off would pass for a whole one.
      if (names.length === mostNames) return { kind: 'failed', detail: 'too many names' };
      names.push(entry.name);
    }
    return { kind: 'names', names };
  } catch (error) {
    return missedBy(error);
  }
}

/** What is at a real path; a link is told as a link. */
export async function statusOf(path: string): Promise<StatLook> {
  try {
    const found = await lstat(path);
    const type = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'device';
    return { kind: 'stat', type, mode: found.mode & 0o7777, uid: found.uid, gid: found.gid, size: found.size, mtimeMs: found.mtimeMs };
  } catch (error) {
    return missedBy(error);
  }
}

export function missedBy(error: unknown): Missed {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
  return code === 'EACCES' || code === 'EPERM' ? { kind: 'denied' } : { kind: 'failed', detail: code };
}

const noFile: Missed = { kind: 'failed', detail: 'not a file' };

async function opened(path: string, flags: number, look: (handle: FileHandle) => Promise<TextLook>): Promise<TextLook> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | flags);
    try {
      return await look(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return missedBy(error);
  }
}

// Most files are small, and hundreds are read: room is made as it is needed.
const firstBytes = 8 * 1024;

async function read(handle: FileHandle, maxBytes: number): Promise<TextLook> {
  let buffer = Buffer.allocUnsafe(Math.min(firstBytes, maxBytes + 1));
  let length = 0;
  // Files in /proc have no size: read until they say so.
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (bytesRead === 0 || length > maxBytes) break;
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 8, maxBytes + 1));
  }
  return { kind: 'text', text: buffer.subarray(0, Math.min(length, maxBytes)).toString('utf8'), cut: length > maxBytes };
}
