import { appendFileSync, chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The disk of a terminal that can be changed, and put back as it was. */
export interface Disk {
  write(path: string, text?: string): void;
  append(path: string, text: string): void;
  /** Fails where the words are not there: a fault that was not planted proves nothing. */
  replace(path: string, from: string | RegExp, to: string): void;
  mode(path: string, mode: number): void;
  owner(path: string, uid: number): void;
  age(path: string, days: number): void;
  link(path: string, target: string): void;
  remove(path: string): void;
  /** Undoes every change since the last call. */
  restore(): void;
  /** Keeps every change made so far. */
  settle(): void;
}

export function diskAt(root: string): Disk {
  let undo: (() => void)[] = [];
  const touched = (path: string): string => {
    const real = join(root, path);
    undo.push(asItWas(real));
    mkdirSync(dirname(real), { recursive: true });
    return real;
  };
  const changed = (path: string, from: string | RegExp, to: string): string => {
    const text = readFileSync(join(root, path), 'utf8');
    const next = text.replace(from, to);
    if (next === text) throw new Error(`${path} has nothing like ${String(from)}`);
    return next;
  };
  return {
    write: (path, text = '') => { writeFileSync(touched(path), text); },
    append: (path, text) => { appendFileSync(touched(path), text); },
    replace: (path, from, to) => { writeFileSync(touched(path), changed(path, from, to)); },
    mode: (path, mode) => { chmodSync(touched(path), mode); },
    owner: (path, uid) => { chownSync(touched(path), uid, 0); },
    age: (path, days) => { utimesSync(touched(path), Date.now() / 1000 - days * 86_400, Date.now() / 1000 - days * 86_400); },
    link: (path, target) => { symlinkSync(target, touched(path)); },
    remove: (path) => { rmSync(touched(path)); },
    settle: () => { undo = []; },
    restore: () => {
      for (const step of undo.toReversed()) step();
      undo = [];
    },
  };
}

function asItWas(path: string): () => void {
  const missing = firstMissing(path);
  if (missing !== undefined) return () => { rmSync(missing, { recursive: true, force: true }); };
  const status = lstatSync(path);
  if (status.isSymbolicLink()) {
    const target = readlinkSync(path);
    return () => { symlinkSync(target, path); };
  }
  const { mode, uid, gid, atimeMs, mtimeMs } = status;
  const text = status.isFile() ? readFileSync(path) : undefined;
  return () => {
    if (text !== undefined) writeFileSync(path, text);
    chownSync(path, uid, gid);
    chmodSync(path, mode & 0o7777);
    utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
  };
}

// The topmost of the folders that will be made for it.
function firstMissing(path: string): string | undefined {
  if (existsSync(path) || isLink(path)) return undefined;
  return firstMissing(dirname(path)) ?? path;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
