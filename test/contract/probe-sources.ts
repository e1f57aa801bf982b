import { anchors } from '#facts/look.js';
import type { Asked } from './hostile-hosts.js';

/** How deep a declared look may go: does it exist, what does it hold, what stands in it. */
export type Depth = 'stat' | 'names' | 'text';

/** What a probe declares about one path or command: `PATH (note)`. */
export interface Source {
  readonly text: string;
  readonly what: string;
  readonly note: string;
  readonly depth: Depth;
}

const statNotes = ['exists', 'modification day', 'mode and owner', 'modes, counted'];
const nameNotes = ['names', 'names counted', 'names compared with a fixed list', 'names of kernels compared'];

export function sourceFrom(text: string): Source {
  const [, what = text, note = ''] = /^(.*?)(?: \(([^()]*)\))?$/.exec(text) ?? [];
  return { text, what, note, depth: statNotes.includes(note) ? 'stat' : nameNotes.includes(note) ? 'names' : 'text' };
}

/** Whether a question to the machine is covered by what the probe declares. */
export function isDeclared(asked: Asked, sources: readonly Source[]): boolean {
  return sources.some((source) => covers(source, asked)) || (asked.kind === 'stat' && Object.values(anchors).includes(asked.about));
}

/** Whether this declared source was used by this question. */
export function covers(source: Source, { kind, about }: Asked): boolean {
  if (kind === 'run') return about === source.what || about.startsWith(`${source.what} `);
  if (kind === 'system') return source.what === `systeminformation ${about}`;
  if (!source.what.startsWith('/')) return false;
  if (kind === 'readFile') return source.depth === 'text' && matches(source.what, about);
  if (kind === 'stat') return matches(source.what, about);
  return source.depth === 'names' ? matches(source.what, about) || leadsTo(source.what, about) : leadsTo(source.what, about);
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${escaped(pattern)}$`).test(path);
}

// A folder is listed only to find what a star stands for.
function leadsTo(pattern: string, folder: string): boolean {
  const parts = pattern.split('/');
  return parts.some((part, index) => part.includes('*') && matches(parts.slice(0, index).join('/'), folder));
}

function escaped(pattern: string): string {
  return pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
}
