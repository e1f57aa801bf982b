import { z } from 'zod';
import { exists } from '../look.js';
import { probe } from '../probe.js';
import { serverSettings, shellServerSources, valuesOf } from '../secure-shell-settings.js';

export const secureShell = probe({
  id: 'secureShell',
  schema: z.object({ installed: z.boolean(), rootLogin: z.boolean(), emptyPasswords: z.boolean(), x11Forwarding: z.boolean() }),
  sources: shellServerSources,
  run: async (host) => {
    if (!(await exists(host, '/usr/sbin/sshd'))) return { installed: false, rootLogin: false, emptyPasswords: false, x11Forwarding: false };
    const settings = await serverSettings(host);
    const isOn = (key: string, off: readonly string[], usual: string): boolean => valuesOf(settings, key, usual).some((value) => !off.includes(value));
    return {
      installed: true,
      // Without a line of its own the server lets root in with a key.
      rootLogin: isOn('permitrootlogin', ['no'], 'prohibit-password'),
      emptyPasswords: isOn('permitemptypasswords', ['no'], 'no'),
      x11Forwarding: isOn('x11forwarding', ['no'], 'no'),
    };
  },
});
