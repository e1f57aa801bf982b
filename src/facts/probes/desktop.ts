import { z } from 'zod';
import { namesIn } from '../look.js';
import { probe } from '../probe.js';

export const desktop = probe({
  id: 'desktop',
  schema: z.object({ present: z.boolean(), sessions: z.int() }),
  sources: ['/usr/share/xsessions', '/usr/share/wayland-sessions'],
  run: async (host) => {
    const names = [...(await namesIn(host, '/usr/share/xsessions')), ...(await namesIn(host, '/usr/share/wayland-sessions'))].filter((name) => name.endsWith('.desktop'));
    return { present: names.length > 0, sessions: names.length };
  },
});
