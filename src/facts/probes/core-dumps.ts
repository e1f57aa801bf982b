import { z } from 'zod';
import { lastValue, layeredLines } from '../look.js';
import { kernelNumber } from '../kernel-number.js';
import { probe } from '../probe.js';

/** Programs may leave dumps unless a file forbids it, so an absent file limits nothing. */
export const coreDumps = probe({
  id: 'coreDumps',
  schema: z.object({ setuidDumps: z.boolean(), limited: z.boolean() }),
  sources: ['/proc/sys/fs/suid_dumpable', '/etc/security/limits.conf', '/etc/security/limits.d/*.conf', '/etc/systemd/coredump.conf', '/etc/systemd/coredump.conf.d/*.conf'],
  run: async (host) => {
    const limits = await layeredLines(host, '/etc/security/limits.conf', '/etc/security/limits.d');
    const storage = lastValue(await layeredLines(host, '/etc/systemd/coredump.conf', '/etc/systemd/coredump.conf.d'), 'Storage');
    const limited = limits.some((line) => /^\*\s+(hard|-)\s+core\s+0\b/.test(line)) || storage?.toLowerCase() === 'none';
    return { setuidDumps: (await kernelNumber(host, 'fs/suid_dumpable')) === 1, limited };
  },
});
