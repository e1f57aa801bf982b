import { z } from 'zod';
import { anyExists, requiredNames } from '../look.js';
import { probe } from '../probe.js';

const units: readonly string[] = ['chrony', 'chronyd', 'ntp', 'ntpd', 'ntpsec', 'systemd-timesyncd'];
const links: readonly string[] = [
  ...['multi-user', 'sysinit'].flatMap((target) => units.map((unit) => `/etc/systemd/system/${target}.target.wants/${unit}.service`)),
  '/etc/systemd/system/dbus-org.freedesktop.timesync1.service',
];

export const timeSync = probe({
  id: 'timeSync',
  schema: z.object({ enabled: z.boolean() }),
  sources: ['/etc/systemd/system (names)', ...links.map((path) => `${path} (exists)`)],
  run: async (host) => {
    await requiredNames(host, '/etc/systemd/system');
    return { enabled: await anyExists(host, links) };
  },
});
