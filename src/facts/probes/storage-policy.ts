import { z } from 'zod';
import { anyExists, folderLines } from '../look.js';
import { probe } from '../probe.js';

const guard: readonly string[] = ['basic', 'multi-user'].map((target) => `/etc/systemd/system/${target}.target.wants/usbguard.service`);

/** USB storage works unless something forbids it, so absent files forbid nothing. */
export const storagePolicy = probe({
  id: 'storagePolicy',
  schema: z.object({ blocked: z.boolean(), ruled: z.boolean() }),
  sources: ['/etc/modprobe.d/*.conf', '/etc/udev/rules.d/*.rules', ...guard.map((path) => `${path} (exists)`)],
  run: async (host) => {
    const modules = await folderLines(host, '/etc/modprobe.d');
    const rules = await folderLines(host, '/etc/udev/rules.d', /\.rules$/);
    const blocked = modules.some((line) => /^blacklist\s+usb[-_]storage$/.test(line) || /^install\s+usb[-_]storage\s+\/(usr\/)?bin\/(true|false)\b/.test(line));
    const ruled = rules.some((line) => /\b(SUBSYSTEMS?|ENV\{ID_BUS\})=="usb"/.test(line) && /(authorized(_default)?\}="0"|UDISKS_IGNORE\}="1")/.test(line));
    return { blocked, ruled: blocked || ruled || (await anyExists(host, guard)) };
  },
});
