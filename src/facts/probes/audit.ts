import { z } from 'zod';
import { anyExists, namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const audit = probe({
  id: 'audit',
  schema: z.object({ installed: z.boolean(), enabled: z.boolean(), rules: z.int() }),
  sources: ['/usr/sbin/auditd, /sbin/auditd (exists)', '/etc/systemd/system/multi-user.target.wants/auditd.service (exists)', '/run/auditd.pid (exists)', '/etc/audit/rules.d/*.rules (lines counted)'],
  run: async (host) => {
    const installed = await anyExists(host, ['/usr/sbin/auditd', '/sbin/auditd']);
    const enabled = await anyExists(host, ['/etc/systemd/system/multi-user.target.wants/auditd.service', '/run/auditd.pid', '/var/run/auditd.pid']);
    if (!installed) return { installed, enabled: false, rules: 0 };
    const names = (await namesIn(host, '/etc/audit/rules.d')).filter((name) => name.endsWith('.rules'));
    const lines = (await Promise.all(names.map((name) => settingLines(host, `/etc/audit/rules.d/${name}`)))).flat();
    return { installed, enabled, rules: lines.filter((line) => /^-[aAw]\s/.test(line)).length };
  },
});
