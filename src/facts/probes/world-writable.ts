import { z } from 'zod';
import { namesIn, statOf } from '../look.js';
import { probe } from '../probe.js';

const folders: readonly string[] = ['/etc', '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/etc/cron.d', '/etc/cron.daily', '/etc/init.d', '/etc/profile.d', '/etc/pam.d', '/etc/systemd/system'];

/** Files that everybody may change, in a few folders that matter; no walk over the disk. */
export const worldWritable = probe({
  id: 'worldWritable',
  schema: z.object({ checked: z.int(), files: z.int() }),
  sources: folders.map((path) => `${path} (modes, counted)`),
  run: async (host) => {
    let checked = 0;
    let files = 0;
    for (const folder of folders) {
      const stats = await Promise.all((await namesIn(host, folder)).map((name) => statOf(host, `${folder}/${name}`)));
      const plain = stats.filter((stat) => stat?.type === 'file');
      checked += plain.length;
      files += plain.filter((stat) => ((stat?.mode ?? 0) & 0o002) !== 0).length;
    }
    return { checked, files };
  },
});
