import { z } from 'zod';
import { requiredNames, statOf } from '../look.js';
import { probe } from '../probe.js';

/** Modes are counted; whose folder it is, is not kept, and none is opened. */
export const homeFolders = probe({
  id: 'homeFolders',
  schema: z.object({ total: z.int(), openToOthers: z.int() }),
  sources: ['/home/* (modes, counted)'],
  run: async (host) => {
    const stats = await Promise.all((await requiredNames(host, '/home')).map((name) => statOf(host, `/home/${name}`)));
    const folders = stats.flatMap((stat) => (stat?.type === 'folder' ? [stat] : []));
    return { total: folders.length, openToOthers: folders.filter((stat) => (stat.mode & 0o007) !== 0).length };
  },
});
