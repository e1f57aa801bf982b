import { join, posix } from 'node:path';
import { namesOf, statusOf, textOfPlainFile } from './disk-look.js';
import type { Host, Missed } from './host.js';
import { placeBelow, type LastLink, type Place } from './rooted-path.js';

/**
 * The root file system that lies in a folder, read-only: no look leaves the folder, whatever links it holds.
 * It does not run: no tool is started for it, and what only a running system shows cannot be seen.
 */
export function rootedHost(root: string, now: () => string): Host {
  const look = looksBelow(root);
  return {
    // What lies open in a folder is read in the way of Linux, wherever this check runs.
    platform: 'linux',
    // The settings of whoever runs this check are not those of anybody on that disk.
    uid: 0,
    now,
    readFile: (path, maxBytes) => look(path, 'follow', (real) => textOfPlainFile(real, maxBytes)),
    list: (path) => look(path, 'follow', namesOf),
    stat: (path) => look(path, 'keep', statusOf),
    run: () => Promise.resolve({ kind: 'unsupported' }),
    system: () => Promise.resolve({ kind: 'unsupported' }),
    windows: () => Promise.resolve({ kind: 'unsupported' }),
  };
}

// Many looks go into few folders: where a folder is, is found out once.
function looksBelow(root: string): <L>(path: string, last: LastLink, see: (real: string) => Promise<L>) => Promise<L | Missed> {
  const folders = new Map<string, Promise<Place>>();
  const folderAt = (path: string): Promise<Place> => {
    const known = folders.get(path) ?? placeBelow(root, [], path, 'follow');
    folders.set(path, known);
    return known;
  };
  return async (path, last, see) => {
    const folder = await folderAt(posix.dirname(path));
    if (folder.kind !== 'place') return folder;
    const place = await placeBelow(root, folder.parts, posix.basename(path), last);
    return place.kind === 'place' ? see(join(root, ...place.parts)) : place;
  };
}
