import { z } from 'zod';
import { lastValue, layeredLines, requiredText, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const coreDumps = probe({
  id: 'coreDumps',
  schema: z.object({ setuidDumps: z.boolean(), limited: z.boolean() }),
  sources: ['/proc/sys/fs/suid_dumpable', '/etc/security/limits.conf', '/etc/security/limits.d/*.conf', '/etc/systemd/coredump.conf'],
  run: async (host) => {
    const limits = await layeredLines(host, '/etc/security/limits.conf', '/etc/security/limits.d');
    const limited = limits.some((line) => /^\*\s+hard\s+core\s+0/.test(line)) || lastValue(await settingLines(host, '/etc/systemd/coredump.conf'), 'Storage')?.toLowerCase() === 'none';
    return { setuidDumps: (await requiredText(host, '/proc/sys/fs/suid_dumpable')).trim() === '1', limited };
  },
});
