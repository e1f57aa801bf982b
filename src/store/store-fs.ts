import * as fs from 'node:fs';

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
  list(path: string): string[];
}

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
  list: (path) => fs.readdirSync(path),
};
