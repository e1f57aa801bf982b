import { z } from 'zod';
import { exists } from '../look.js';
import { kernelNumber } from '../kernel-number.js';
import { probe } from '../probe.js';

const ipv6 = 'net/ipv6/conf/all/forwarding';
const redirects: readonly string[] = ['net/ipv4/conf/all/accept_redirects', 'net/ipv4/conf/default/accept_redirects'];

export const kernelSettings = probe({
  id: 'kernelSettings',
  schema: z.object({ forwards: z.int(), acceptsRedirects: z.int(), sourceRoutes: z.int(), randomLayout: z.int().optional() }),
  sources: ['net/ipv4/ip_forward', ipv6, ...redirects, 'net/ipv4/conf/all/accept_source_route', 'kernel/randomize_va_space'].map((key) => `/proc/sys/${key}`),
  run: async (host) => {
    // Without IPv6 in the kernel nothing of it is forwarded.
    const six = (await exists(host, `/proc/sys/${ipv6}`)) ? await kernelNumber(host, ipv6) : 0;
    // Redirects are taken when either "all" or the adapter's own value allows them; a source route needs both.
    const taken = await Promise.all(redirects.map((key) => kernelNumber(host, key)));
    return {
      forwards: Math.max(await kernelNumber(host, 'net/ipv4/ip_forward'), six),
      acceptsRedirects: Math.max(...taken),
      sourceRoutes: await kernelNumber(host, 'net/ipv4/conf/all/accept_source_route'),
      randomLayout: await kernelNumber(host, 'kernel/randomize_va_space'),
    };
  },
});
