import { realpathSync, statSync } from 'node:fs';
import { AppError } from '#domain/app-error.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { Host } from '#facts/host.js';
import { rootedHost } from '#facts/rooted-host.js';

/** Another root file system: the real path of its folder, and the way to look at it. */
export interface OtherRoot {
  readonly folder: string;
  readonly host: Host;
}

/** The root file system that lies in a folder; refused where nothing may be looked at, and where it is none. */
export async function otherRoot(folder: string, { mode }: Pick<StoreIdentity, 'mode'>, now: () => string): Promise<OtherRoot> {
  if (mode === 'classified') throw new AppError('root-classified');
  const root = folderAt(folder);
  if (isSame(root, '/')) throw new AppError('root-is-this-machine', { folder });
  const host = rootedHost(root, now);
  const marks = await Promise.all(['/etc/passwd', '/etc/os-release'].map((path) => host.stat(path)));
  if (!marks.some(({ kind }) => kind === 'stat')) throw new AppError('root-not-a-system', { folder });
  return { folder: root, host };
}

function folderAt(folder: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw new AppError('root-unreadable', { folder, detail: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
  }
  throw new AppError('root-unreadable', { folder, detail: 'ENOTDIR' });
}

// The same folder may be mounted a second time under another name.
function isSame(one: string, other: string): boolean {
  const [left, right] = [statSync(one), statSync(other)];
  return left.dev === right.dev && left.ino === right.ino;
}
