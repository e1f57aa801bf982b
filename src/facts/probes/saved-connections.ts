import { z } from 'zod';
import { namesIn, textOf } from '../look.js';
import { probe } from '../probe.js';

const folder = '/etc/NetworkManager/system-connections';

/** Saved connections by kind; their names, addresses and secrets are not kept. */
export const savedConnections = probe({
  id: 'savedConnections',
  schema: z.object({ shared: z.int(), mobile: z.int(), tunnels: z.int() }),
  sources: [`${folder}/* (kinds of connections counted)`],
  run: async (host) => {
    const names = await namesIn(host, folder);
    const texts = await Promise.all(names.map(async (name) => (await textOf(host, `${folder}/${name}`)) ?? ''));
    const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
    return {
      // Either lets others go out through this machine.
      shared: count(/^(method\s*=\s*shared|mode\s*=\s*ap)\s*$/m),
      mobile: count(/^type\s*=\s*(gsm|cdma|bluetooth)\s*$/m),
      tunnels: count(/^type\s*=\s*(vpn|wireguard|tun|ip-tunnel)\s*$/m),
    };
  },
});
