import { z } from 'zod';
import { namesIn, statOf } from '../look.js';
import { probe } from '../probe.js';

export const autostart = probe({
  id: 'autostart',
  schema: z.object({ desktopEntries: z.int(), cronFiles: z.int(), rcLocal: z.boolean() }),
  sources: ['/etc/xdg/autostart/* (names counted)', '/etc/cron.d/* (names counted)', '/etc/rc.local (mode and owner)', '/etc/rc.d/rc.local (mode and owner)'],
  run: async (host) => {
    const scripts = await Promise.all(['/etc/rc.local', '/etc/rc.d/rc.local'].map((path) => statOf(host, path)));
    return {
      desktopEntries: (await namesIn(host, '/etc/xdg/autostart')).filter((name) => name.endsWith('.desktop')).length,
      cronFiles: (await namesIn(host, '/etc/cron.d')).filter((name) => !name.startsWith('.')).length,
      // The rpm family ships the script without the right to run; only one that may run is run.
      rcLocal: scripts.some((stat) => stat?.type === 'file' && (stat.mode & 0o111) !== 0),
    };
  },
});
