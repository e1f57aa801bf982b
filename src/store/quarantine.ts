import { dirname, join } from 'node:path';
import { sealFile } from './file-seal.js';
import type { StoreFs } from './store-fs.js';
import { syncFolder } from './whole-files.js';

/** Moves a file or folder into `quarantine/`; nothing that is there is written over. Answers with its name there. */
export function moveAside(io: StoreFs, folder: string, path: string, name: string): string {
  const kept = freeName(io, folder, io.entry(path)?.kind === 'file' ? `${name}-${sealFile(io, path).sha256.slice(0, 8)}` : name);
  io.rename(path, join(folder, 'quarantine', kept));
  syncFolder(io, join(folder, 'quarantine'));
  syncFolder(io, dirname(path));
  return kept;
}

/** `name`, or the first of `name-2`, `name-3`, … that is not taken. */
function freeName(io: StoreFs, folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? name : `${name}-${String(number)}`;
    if (io.entry(join(folder, 'quarantine', wanted)) === undefined) return wanted;
  }
}
