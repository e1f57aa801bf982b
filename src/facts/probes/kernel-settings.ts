import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe } from '../probe.js';

const keys = {
  forwards: 'net/ipv4/ip_forward',
  acceptsRedirects: 'net/ipv4/conf/all/accept_redirects',
  sourceRoutes: 'net/ipv4/conf/all/accept_source_route',
  randomLayout: 'kernel/randomize_va_space',
} as const;

export const kernelSettings = probe({
  id: 'kernelSettings',
  schema: z.object({ forwards: z.int(), acceptsRedirects: z.int(), sourceRoutes: z.int(), randomLayout: z.int() }),
  sources: Object.values(keys).map((key) => `/proc/sys/${key}`),
  run: async (host) => {
    const values = await Promise.all(Object.entries(keys).map(async ([name, key]) => [name, Number((await requiredText(host, `/proc/sys/${key}`)).trim())] as const));
    return Object.fromEntries(values) as Record<keyof typeof keys, number>;
  },
});
