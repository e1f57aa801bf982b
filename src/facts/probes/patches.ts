import { z } from 'zod';
import { dayFrom, statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

export const patches = probe({
  id: 'patches',
  schema: z.object({ lastChange: z.string() }),
  sources: ['/var/lib/dpkg/status (modification day)', '/var/lib/rpm/rpmdb.sqlite (modification day)', '/var/lib/rpm/Packages (modification day)'],
  run: async (host) => {
    const stats = await Promise.all(['/var/lib/dpkg/status', '/var/lib/rpm/rpmdb.sqlite', '/var/lib/rpm/Packages'].map((path) => statOf(host, path)));
    const newest = Math.max(...stats.map((stat) => stat?.mtimeMs ?? 0));
    if (newest === 0) throw unseen('not-found', 'package database');
    return { lastChange: dayFrom(newest) };
  },
});
