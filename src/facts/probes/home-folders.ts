import { z } from 'zod';
import { namesIn, statOf } from '../look.js';
import { probe } from '../probe.js';

/** Modes are counted; whose folder it is, is not kept. */
export const homeFolders = probe({
  id: 'homeFolders',
  schema: z.object({ total: z.int(), openToOthers: z.int() }),
  sources: ['/home (modes of its folders, counted)'],
  run: async (host) => {
    const stats = await Promise.all((await namesIn(host, '/home')).slice(0, 500).map((name) => statOf(host, `/home/${name}`)));
    const folders = stats.flatMap((stat) => (stat?.type === 'folder' ? [stat] : []));
    return { total: folders.length, openToOthers: folders.filter((stat) => (stat.mode & 0o007) !== 0).length };
  },
});
