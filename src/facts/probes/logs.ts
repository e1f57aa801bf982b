import { z } from 'zod';
import { anyExists, dayFrom, exists, lastValue, layeredLines, requiredNames, settingLines, statOf } from '../look.js';
import { probe } from '../probe.js';

export const logs = probe({
  id: 'logs',
  schema: z.object({ persistent: z.boolean(), syslog: z.boolean(), oldest: z.string().optional(), rotations: z.int() }),
  sources: ['/etc/systemd/journald.conf', '/etc/systemd/journald.conf.d/*.conf', '/var/log/journal (exists)', '/usr/sbin/rsyslogd (exists)', '/var/log (modification days of system logs)', '/etc/logrotate.conf'],
  run: async (host) => {
    const storage = lastValue(await layeredLines(host, '/etc/systemd/journald.conf', '/etc/systemd/journald.conf.d'), 'Storage')?.toLowerCase() ?? 'auto';
    const kept = await exists(host, '/var/log/journal');
    const syslog = await anyExists(host, ['/usr/sbin/rsyslogd', '/usr/sbin/syslog-ng']);
    const names = (await requiredNames(host, '/var/log')).filter((name) => /^(syslog|messages|auth\.log|secure|kern\.log|dpkg\.log)/.test(name));
    const stats = (await Promise.all(names.slice(0, 200).map((name) => statOf(host, `/var/log/${name}`)))).flatMap((stat) => (stat === undefined || stat.size === 0 ? [] : [stat.mtimeMs]));
    const rotations = Number.parseInt(lastValue(await settingLines(host, '/etc/logrotate.conf'), 'rotate') ?? '0', 10);
    return { persistent: storage === 'persistent' || (storage === 'auto' && kept) || syslog, syslog, ...(stats.length === 0 ? {} : { oldest: dayFrom(Math.min(...stats)) }), rotations };
  },
});
