import { z } from 'zod';
import { exists, lastValue, namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const secureShell = probe({
  id: 'secureShell',
  schema: z.object({ installed: z.boolean(), rootLogin: z.boolean(), emptyPasswords: z.boolean(), x11Forwarding: z.boolean() }),
  sources: ['/etc/ssh/sshd_config', '/etc/ssh/sshd_config.d/*.conf', '/usr/sbin/sshd (exists)'],
  run: async (host) => {
    const installed = await exists(host, '/usr/sbin/sshd');
    const names = (await namesIn(host, '/etc/ssh/sshd_config.d')).filter((name) => name.endsWith('.conf')).sort();
    const parts = await Promise.all([...names.map((name) => `/etc/ssh/sshd_config.d/${name}`), '/etc/ssh/sshd_config'].map((path) => settingLines(host, path)));
    // The first value wins in this file.
    const first = (key: string): string | undefined => lastValue(parts.flat().filter((line) => line.toLowerCase().startsWith(key)).slice(0, 1), key)?.toLowerCase();
    return { installed, rootLogin: first('permitrootlogin') === 'yes', emptyPasswords: first('permitemptypasswords') === 'yes', x11Forwarding: first('x11forwarding') === 'yes' };
  },
});
