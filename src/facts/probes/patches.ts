import { z } from 'zod';
import { pastDay, statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const databases: readonly string[] = ['/var/lib/dpkg/status', '/var/lib/rpm/rpmdb.sqlite', '/var/lib/rpm/Packages', '/var/lib/rpm/Packages.db'];

export const patches = probe({
  id: 'patches',
  schema: z.object({ lastChange: z.string() }),
  sources: databases.map((path) => `${path} (modification day)`),
  run: async (host) => {
    const stats = await Promise.all(databases.map((path) => statOf(host, path)));
    const newest = Math.max(...stats.map((stat) => stat?.mtimeMs ?? 0));
    if (newest === 0) throw unseen('not-found', 'package database');
    return { lastChange: pastDay(host, newest, 'package database') };
  },
});
