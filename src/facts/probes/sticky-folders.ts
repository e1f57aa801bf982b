import { z } from 'zod';
import { statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const shared: readonly string[] = ['/tmp', '/var/tmp', '/dev/shm'];

/** Folders that everybody may write: each must keep one person's files from the others. */
export const stickyFolders = probe({
  id: 'stickyFolders',
  schema: z.object({ checked: z.int(), missing: z.int() }),
  sources: shared.map((path) => `${path} (mode and owner)`),
  run: async (host) => {
    const stats = await Promise.all(shared.map((path) => statOf(host, path)));
    const present = stats.flatMap((stat) => (stat === undefined || stat.type === 'link' ? [] : [stat]));
    if (present.length === 0) throw unseen('not-found', shared.join(', '));
    return { checked: present.length, missing: present.filter((stat) => (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0).length };
  },
});
