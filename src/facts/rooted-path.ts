import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { missedBy } from './disk-look.js';
import type { Missed } from './host.js';

/** Names from a root down to something; always below it. */
export type Parts = readonly string[];
export type Place = { readonly kind: 'place'; readonly parts: Parts } | Missed;
/** Whether a link at the very end of a path is followed, or is itself what is meant. */
export type LastLink = 'follow' | 'keep';

// What the kernel and its services make while a system runs: in one that does not run they tell nothing, and what is mounted there is another's.
const madeWhileRunning: readonly string[] = ['proc', 'sys', 'dev', 'run'];
// As many as the kernel follows.
const mostLinks = 40;

interface Way {
  readonly at: Parts;
  readonly waiting: Parts;
  readonly links: number;
}

/** Where a path leads when `root` is `/`: each link is read and followed by hand, so that neither an absolute target nor `..` leaves the root. */
export async function placeBelow(root: string, start: Parts, path: string, last: LastLink): Promise<Place> {
  let way: Way = { at: start, waiting: partsOf(path), links: 0 };
  for (;;) {
    const [name, ...rest] = way.waiting;
    if (name === undefined) return { kind: 'place', parts: way.at };
    const next: Way | Missed = name === '..' ? { ...way, at: way.at.slice(0, -1), waiting: rest } : await stepInto(root, way, name, rest, last);
    if ('kind' in next) return next;
    if (next.links > mostLinks) return { kind: 'failed', detail: 'ELOOP' };
    way = next;
  }
}

async function stepInto(root: string, way: Way, name: string, rest: Parts, last: LastLink): Promise<Way | Missed> {
  const at = [...way.at, name];
  if (madeWhileRunning.includes(at[0] ?? '')) return { kind: 'unsupported' };
  const real = join(root, ...at);
  try {
    const status = await lstat(real);
    if (status.isSymbolicLink() && (rest.length > 0 || last === 'follow')) return followed(way, await readlink(real), rest);
    return rest.length === 0 || status.isDirectory() ? { ...way, at, waiting: rest } : { kind: 'absent' };
  } catch (error) {
    return missedBy(error);
  }
}

function followed({ at, links }: Way, target: string, rest: Parts): Way {
  return { at: target.startsWith('/') ? [] : at, waiting: [...partsOf(target), ...rest], links: links + 1 };
}

function partsOf(path: string): Parts {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
