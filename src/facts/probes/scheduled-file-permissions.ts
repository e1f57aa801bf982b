import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const files: readonly string[] = ['/etc/crontab', '/etc/anacrontab'];
const folders: readonly string[] = ['/etc/cron.d', '/etc/cron.hourly', '/etc/cron.daily', '/etc/cron.weekly', '/etc/cron.monthly'];

/** What runs on a schedule with the rights of the machine: nobody else may change it. Contents are not opened. */
export const scheduledFilePermissions = probe({
  id: 'scheduledFilePermissions',
  schema: z.object({ checked: z.int(), tooOpen: z.int() }),
  sources: [...[...files, ...folders].map((path) => `${path} (mode and owner)`), ...folders.map((folder) => `${folder}/* (modes, counted)`)],
  run: async (host) => {
    const paths = [...files, ...folders, ...(await Promise.all(folders.map((folder) => below(host, folder)))).flat()];
    const stats = await Promise.all(paths.map((path) => statOf(host, path)));
    // The rights of a link are those of what it leads to.
    const present = stats.flatMap((stat) => (stat === undefined || stat.type === 'link' ? [] : [stat]));
    if (present.length === 0) throw unseen('not-found', '/etc/crontab');
    return { checked: present.length, tooOpen: present.filter((stat) => (stat.mode & 0o022) !== 0 || stat.uid !== 0).length };
  },
});

async function below(host: Host, folder: string): Promise<readonly string[]> {
  return (await namesIn(host, folder)).map((name) => `${folder}/${name}`);
}
