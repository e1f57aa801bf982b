import { z } from 'zod';
import { exists, namesIn } from '../look.js';
import { probe } from '../probe.js';

export const autostart = probe({
  id: 'autostart',
  schema: z.object({ desktopEntries: z.int(), cronFiles: z.int(), rcLocal: z.boolean() }),
  sources: ['/etc/xdg/autostart (names counted)', '/etc/cron.d (names counted)', '/etc/rc.local (exists)'],
  run: async (host) => ({
    desktopEntries: (await namesIn(host, '/etc/xdg/autostart')).filter((name) => name.endsWith('.desktop')).length,
    cronFiles: (await namesIn(host, '/etc/cron.d')).filter((name) => !name.startsWith('.')).length,
    rcLocal: await exists(host, '/etc/rc.local'),
  }),
});
