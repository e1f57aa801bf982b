import { z } from 'zod';
import type { Host } from '../host.js';
import { folderLines, lastValue, settingLines } from '../look.js';
import { probe } from '../probe.js';

const gdmFiles: readonly string[] = ['/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'];
const gettyFolders: readonly string[] = ['/etc/systemd/system/getty@.service.d', '/etc/systemd/system/getty@tty1.service.d'];

/** Every login manager asks for a password unless a file tells it otherwise, so an absent file is an answer. */
export const autologin = probe({
  id: 'autologin',
  schema: z.object({ enabled: z.boolean(), managers: z.int() }),
  sources: [
    ...['/usr/share/lightdm/lightdm.conf.d/*.conf', '/etc/lightdm/lightdm.conf.d/*.conf', '/etc/lightdm/lightdm.conf'],
    ...gdmFiles,
    ...['/usr/lib/sddm/sddm.conf.d/*.conf', '/etc/sddm.conf.d/*.conf', '/etc/sddm.conf'],
    ...gettyFolders.map((folder) => `${folder}/*.conf`),
  ],
  run: async (host) => {
    const lightdm = await merged(host, ['/usr/share/lightdm/lightdm.conf.d', '/etc/lightdm/lightdm.conf.d'], '/etc/lightdm/lightdm.conf');
    const gdm = await Promise.all(gdmFiles.map((path) => settingLines(host, path)));
    const sddm = await merged(host, ['/usr/lib/sddm/sddm.conf.d', '/etc/sddm.conf.d'], '/etc/sddm.conf');
    const getty = (await Promise.all(gettyFolders.map((folder) => folderLines(host, folder)))).flat();
    const enabled =
      named(lastValue(lightdm, 'autologin-user')) ||
      isOn(lastValue(lightdm, 'autologin-guest')) ||
      gdm.some((lines) => isOn(lastValue(lines, 'AutomaticLoginEnable')) || isOn(lastValue(lines, 'TimedLoginEnable'))) ||
      named(lastValue(sddm, 'User')) ||
      getty.some((line) => /agetty\b.*\s(--autologin|-a)\s/.test(line));
    return { enabled, managers: [lightdm, gdm.flat(), sddm].filter((lines) => lines.length > 0).length };
  },
});

// Both managers read their main file last, so that it wins over the drop-ins.
async function merged(host: Host, folders: readonly string[], file: string): Promise<readonly string[]> {
  const drops = await Promise.all(folders.map((folder) => folderLines(host, folder)));
  return [...drops.flat(), ...(await settingLines(host, file))];
}

function named(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function isOn(value: string | undefined): boolean {
  return /^(true|1|yes)$/i.test(value ?? '');
}
