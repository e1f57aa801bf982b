import { z } from 'zod';
import { lastValue, layeredLines, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const autologin = probe({
  id: 'autologin',
  schema: z.object({ enabled: z.boolean(), managers: z.int() }),
  sources: ['/etc/lightdm/lightdm.conf', '/etc/lightdm/lightdm.conf.d/*.conf', '/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf', '/etc/sddm.conf', '/etc/sddm.conf.d/*.conf', '/etc/systemd/system/getty@tty1.service.d/*.conf'],
  run: async (host) => {
    const lightdm = await layeredLines(host, '/etc/lightdm/lightdm.conf', '/etc/lightdm/lightdm.conf.d');
    const gdm = (await Promise.all(['/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'].map((path) => settingLines(host, path)))).flat();
    const sddm = await layeredLines(host, '/etc/sddm.conf', '/etc/sddm.conf.d');
    const getty = await layeredLines(host, '/etc/systemd/system/getty@tty1.service.d/none', '/etc/systemd/system/getty@tty1.service.d');
    const named = (value: string | undefined): boolean => value !== undefined && value !== '';
    const enabled =
      named(lastValue(lightdm, 'autologin-user')) ||
      /^(true|1|yes)$/i.test(lastValue(gdm, 'AutomaticLoginEnable') ?? '') ||
      /^(true|1|yes)$/i.test(lastValue(gdm, 'TimedLoginEnable') ?? '') ||
      named(lastValue(sddm, 'User')) ||
      getty.some((line) => line.includes('--autologin'));
    return { enabled, managers: [lightdm, gdm, sddm].filter((lines) => lines.length > 0).length };
  },
});
