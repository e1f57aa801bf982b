import { z } from 'zod';
import { exists, namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const storagePolicy = probe({
  id: 'storagePolicy',
  schema: z.object({ blocked: z.boolean(), ruled: z.boolean() }),
  sources: ['/etc/modprobe.d/*.conf', '/etc/udev/rules.d/*.rules', '/etc/usbguard/usbguard-daemon.conf (exists)'],
  run: async (host) => {
    const modprobe = (await namesIn(host, '/etc/modprobe.d')).filter((name) => name.endsWith('.conf'));
    const lines = (await Promise.all(modprobe.map((name) => settingLines(host, `/etc/modprobe.d/${name}`)))).flat();
    const udev = (await namesIn(host, '/etc/udev/rules.d')).filter((name) => name.endsWith('.rules'));
    const rules = (await Promise.all(udev.map((name) => settingLines(host, `/etc/udev/rules.d/${name}`)))).flat();
    const blocked = lines.some((line) => /^blacklist\s+usb[-_]storage/.test(line) || /^install\s+usb[-_]storage\s+\/(usr\/)?bin\/(true|false)/.test(line));
    const ruled = rules.some((line) => /SUBSYSTEMS?=="usb"/.test(line) && /authorized|UDISKS_IGNORE/.test(line)) || (await exists(host, '/etc/usbguard/usbguard-daemon.conf'));
    return { blocked, ruled: ruled || blocked };
  },
});
