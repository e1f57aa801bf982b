import * as fs from 'node:fs';

/** What a name in a folder stands for, links not followed. */
export interface Entry {
  readonly kind: 'folder' | 'file' | 'link' | 'other';
  readonly mode: number;
  readonly owner: number;
}

/** The few calls the store makes on the disk; tests put faults into each of them. */
export interface StoreFs {
  open(path: string, flags: number, mode?: number): number;
  close(handle: number): void;
  read(handle: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  write(handle: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  size(handle: number): number;
  truncate(handle: number, length: number): void;
  datasync(handle: number): void;
  sync(handle: number): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  unlink(path: string): void;
  mkdir(path: string): void;
  rmdir(path: string): void;
  setMode(path: string, mode: number): void;
  list(path: string): readonly string[];
  /** Undefined when there is nothing of that name. */
  entry(path: string): Entry | undefined;
  /** Throws unless this user may write there. */
  checkWritable(path: string): void;
  /** Magic number of the file system. */
  systemOf(path: string): number;
  /** Bytes that this user may still write there. */
  freeBytes(path: string): number;
}

/** The disk itself. */
export const realFs: StoreFs = {
  open: (path, flags, mode) => fs.openSync(path, flags, mode),
  close: (handle) => fs.closeSync(handle),
  read: (handle, buffer, offset, length, position) => fs.readSync(handle, buffer, offset, length, position),
  write: (handle, buffer, offset, length, position) => fs.writeSync(handle, buffer, offset, length, position),
  size: (handle) => fs.fstatSync(handle).size,
  truncate: (handle, length) => fs.ftruncateSync(handle, length),
  datasync: (handle) => fs.fdatasyncSync(handle),
  sync: (handle) => fs.fsyncSync(handle),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  unlink: (path) => fs.unlinkSync(path),
  mkdir: (path) => fs.mkdirSync(path, { mode: 0o700 }),
  rmdir: (path) => fs.rmdirSync(path),
  setMode: (path, mode) => fs.chmodSync(path, mode),
  list: (path) => fs.readdirSync(path),
  entry: (path) => entryOf(fs.lstatSync(path, { throwIfNoEntry: false })),
  checkWritable: (path) => fs.accessSync(path, fs.constants.W_OK),
  systemOf: (path) => fs.statfsSync(path).type >>> 0,
  freeBytes: (path) => freeOn(fs.statfsSync(path)),
};

function freeOn({ bavail, bsize }: fs.StatsFs): number {
  return bavail * bsize;
}

function entryOf(stats: fs.Stats | undefined): Entry | undefined {
  if (stats === undefined) return undefined;
  const kind = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'link' : 'other';
  return { kind, mode: stats.mode & 0o7777, owner: stats.uid };
}
