import { z } from 'zod';
import { namesIn, requiredNames } from '../look.js';
import { probe } from '../probe.js';

export const desktop = probe({
  id: 'desktop',
  schema: z.object({ present: z.boolean(), sessions: z.int() }),
  sources: ['/usr/share (names)', '/usr/share/xsessions/* (names counted)', '/usr/share/wayland-sessions/* (names counted)'],
  run: async (host) => {
    await requiredNames(host, '/usr/share');
    const names = [...(await namesIn(host, '/usr/share/xsessions')), ...(await namesIn(host, '/usr/share/wayland-sessions'))].filter((name) => name.endsWith('.desktop'));
    return { present: names.length > 0, sessions: names.length };
  },
});
