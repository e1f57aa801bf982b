import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, folderLines, lastValue, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

interface Manager {
  readonly program: readonly string[];
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Setting that keeps the accounts off the login screen. */
  readonly key: string;
}

const managers: readonly Manager[] = [
  { program: ['/usr/sbin/gdm3', '/usr/sbin/gdm'], files: ['/etc/gdm3/greeter.dconf-defaults'], folders: ['/etc/dconf/db/gdm.d'], key: 'disable-user-list' },
  { program: ['/usr/sbin/lightdm'], files: ['/etc/lightdm/lightdm.conf'], folders: ['/usr/share/lightdm/lightdm.conf.d', '/etc/lightdm/lightdm.conf.d'], key: 'greeter-hide-users' },
];

/** Whether the login screen shows the accounts of the machine; unseen where no login manager is known. */
export const loginScreen = probe({
  id: 'loginScreen',
  schema: z.object({ hidesUsers: z.boolean() }),
  sources: managers.flatMap(({ program, files, folders }) => [...program.map((path) => `${path} (exists)`), ...files, ...folders.map((folder) => `${folder}/*`)]),
  run: async (host) => {
    const present = (await Promise.all(managers.map(async (manager) => ((await anyExists(host, manager.program)) ? [manager] : [])))).flat();
    if (present.length === 0) throw unseen('not-found', 'login manager');
    const hiding = await Promise.all(present.map((manager) => hides(host, manager)));
    return { hidesUsers: hiding.every(Boolean) };
  },
});

// Drop-ins first, the main file last, as the managers read them.
async function hides(host: Host, { files, folders, key }: Manager): Promise<boolean> {
  const drops = await Promise.all(folders.map((folder) => folderLines(host, folder, /^[\w.-]+$/)));
  const mains = await Promise.all(files.map((path) => settingLines(host, path)));
  return lastValue([...drops.flat(), ...mains.flat()], key) === 'true';
}
