import { z } from 'zod';
import { anyExists, exists, existsWhileRunning, folderLines, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const audit = probe({
  id: 'audit',
  schema: z.object({ installed: z.boolean(), enabled: z.boolean(), rules: z.int() }),
  sources: ['/usr/sbin/auditd (exists)', '/sbin/auditd (exists)', '/etc/systemd/system/multi-user.target.wants/auditd.service (exists)', '/run/auditd.pid (exists)', '/etc/audit/audit.rules (lines counted)', '/etc/audit/rules.d/*.rules (lines counted)'],
  run: async (host) => {
    const installed = await anyExists(host, ['/usr/sbin/auditd', '/sbin/auditd']);
    if (!installed) return { installed, enabled: false, rules: 0 };
    const enabled = (await exists(host, '/etc/systemd/system/multi-user.target.wants/auditd.service')) || (await existsWhileRunning(host, '/run/auditd.pid'));
    // audit.rules is put together from rules.d when the service starts, or written by hand.
    const sets = await Promise.all([settingLines(host, '/etc/audit/audit.rules'), folderLines(host, '/etc/audit/rules.d', /\.rules$/)]);
    return { installed, enabled, rules: Math.max(...sets.map((lines) => lines.filter((line) => /^-[aAw]\s/.test(line)).length)) };
  },
});
