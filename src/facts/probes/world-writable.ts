import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredNames, statOf } from '../look.js';
import { probe } from '../probe.js';

const folders: readonly string[] = ['/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/etc/cron.d', '/etc/cron.daily', '/etc/init.d', '/etc/profile.d', '/etc/pam.d', '/etc/systemd/system'];

/** Files and folders that everybody may change, in a few folders that matter; no walk over the disk. */
export const worldWritable = probe({
  id: 'worldWritable',
  schema: z.object({ checked: z.int(), files: z.int() }),
  sources: ['/etc', '/usr/bin', ...folders].flatMap((path) => [`${path} (mode and owner)`, `${path}/* (modes, counted)`]),
  run: async (host) => {
    // Every such machine has these two; the others may be missing.
    const lists = [...(await Promise.all(['/etc', '/usr/bin'].map((folder) => below(host, folder, requiredNames)))), ...(await Promise.all(folders.map((folder) => below(host, folder, namesIn))))];
    const paths = [...new Set(['/etc', '/usr/bin', ...folders, ...lists.flat()])];
    let checked = 0;
    let files = 0;
    for (const path of paths) {
      const stat = await statOf(host, path);
      if (stat === undefined || stat.type === 'link' || stat.type === 'device') continue;
      checked += 1;
      // In a folder with the sticky bit nobody can replace what is not his own.
      if ((stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0) files += 1;
    }
    return { checked, files };
  },
});

async function below(host: Host, folder: string, list: typeof namesIn): Promise<readonly string[]> {
  return (await list(host, folder)).map((name) => `${folder}/${name}`);
}
