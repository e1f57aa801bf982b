import { z } from 'zod';
import { countExisting } from '../look.js';
import { probe } from '../probe.js';

const products: readonly string[] = [
  '/usr/bin/x11vnc', '/usr/bin/vino-server', '/usr/lib/vino/vino-server', '/usr/bin/krfb', '/usr/bin/Xvnc', '/usr/bin/x0vncserver', '/usr/bin/Xtigervnc', '/usr/bin/Xtightvnc', '/usr/bin/vncserver', '/usr/sbin/xrdp',
  '/opt/teamviewer', '/usr/bin/teamviewer', '/opt/todesk', '/opt/sunlogin', '/usr/local/sunlogin', '/usr/bin/rustdesk', '/usr/lib/rustdesk', '/usr/bin/anydesk', '/usr/bin/todesk', '/usr/bin/sunloginclient',
  '/usr/bin/frpc', '/usr/local/bin/frpc', '/usr/bin/frps', '/usr/bin/npc', '/usr/bin/ngrok', '/usr/local/bin/ngrok', '/usr/bin/zerotier-one', '/usr/sbin/zerotier-one', '/usr/bin/tailscale',
];

/** Presence of known programs only; nothing is said about their use. */
export const remoteControl = probe({
  id: 'remoteControl',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: products.map((path) => `${path} (exists)`),
  run: async (host) => ({ present: await countExisting(host, products), checked: products.length }),
});
