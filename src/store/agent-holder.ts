import { join } from 'node:path';
import { agentFolder } from './agent-lock.js';
import { livingEpochHolder } from './epoch-lock.js';
import { holderIn, isAlive, ownHolder, type Holder } from './lock-holder.js';
import { realFs } from './store-fs.js';
import { readIfThere } from './whole-files.js';

/** The living program that watches these records; undefined when there is none. */
export function agentHolder(folder: string): Holder | undefined {
  const own = agentFolder(folder);
  if (realFs.entry(own) === undefined) return undefined;
  const bytes = readIfThere(realFs, join(own, 'store.lock'));
  const holder = bytes === undefined ? undefined : holderIn(bytes);
  return holder !== undefined && isAlive(holder) ? holder : livingEpochHolder(realFs, own);
}

/** True where that program can be seen and signalled from here: one in another container counts as alive, but its number means somebody else here. */
export function isReachable({ boot, namespace }: Holder): boolean {
  const own = ownHolder();
  return boot === own.boot && namespace === own.namespace;
}
