import { z } from 'zod';
import { exists, lastValue, requiredText } from '../look.js';
import { probe } from '../probe.js';

const release = '/proc/sys/kernel/osrelease';

export const operatingSystem = probe({
  id: 'operatingSystem',
  schema: z.object({ id: z.string(), version: z.string(), family: z.enum(['deb', 'rpm', 'other', 'windows']), kernel: z.string().optional() }),
  sources: ['/etc/os-release', '/proc/sys/kernel/osrelease', '/var/lib/dpkg/status (exists)', '/var/lib/rpm (exists)'],
  run: async (host) => {
    const lines = (await requiredText(host, '/etc/os-release')).split('\n');
    const value = (key: string): string => (lastValue(lines, key) ?? '').replaceAll(/["']/g, '');
    // A system that does not run has no kernel yet.
    const running = (await host.readFile(release, 1)).kind !== 'unsupported';
    const family = (await exists(host, '/var/lib/dpkg/status')) ? ('deb' as const) : (await exists(host, '/var/lib/rpm')) ? ('rpm' as const) : ('other' as const);
    return { id: value('ID'), version: value('VERSION_ID'), family, ...(running ? { kernel: (await requiredText(host, release)).trim() } : {}) };
  },
});
