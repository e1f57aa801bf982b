import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, exists, folderLines, lastValue, layeredLines, namesIn, pastDay, requiredNames, statOf } from '../look.js';
import { probe } from '../probe.js';

const writers: readonly string[] = ['/usr/sbin/rsyslogd', '/usr/sbin/syslog-ng'];
const switchedOn: readonly string[] = ['rsyslog', 'syslog-ng'].map((name) => `/etc/systemd/system/multi-user.target.wants/${name}.service`);
/** Files of one kind hold the same story; the kind that reaches back least is what can be looked up. */
const kinds: readonly RegExp[] = [/^(syslog|messages)([.-]|$)/, /^(auth\.log|secure)([.-]|$)/];

export const logs = probe({
  id: 'logs',
  schema: z.object({ persistent: z.boolean(), syslog: z.boolean(), oldest: z.string().optional() }),
  sources: [
    ...['/usr/lib/systemd/journald.conf.d/*.conf', '/etc/systemd/journald.conf', '/etc/systemd/journald.conf.d/*.conf', '/var/log/journal (exists)'],
    ...[...writers, ...switchedOn].map((path) => `${path} (exists)`),
    ...['syslog*', 'messages*', 'auth.log*', 'secure*', 'journal/*/system*.journal'].map((name) => `/var/log/${name} (modification day)`),
  ],
  run: async (host) => {
    const vendor = await folderLines(host, '/usr/lib/systemd/journald.conf.d');
    const lines = [...vendor, ...(await layeredLines(host, '/etc/systemd/journald.conf', '/etc/systemd/journald.conf.d'))];
    const storage = lastValue(lines, 'Storage')?.toLowerCase() ?? 'auto';
    const kept = storage === 'persistent' || (storage === 'auto' && (await exists(host, '/var/log/journal')));
    const syslog = (await anyExists(host, writers)) && (await anyExists(host, switchedOn));
    const moments = [await oldestOfSyslog(host), await oldestOfJournal(host)].filter((moment) => moment !== undefined);
    return { persistent: kept || syslog, syslog, ...(moments.length === 0 ? {} : { oldest: pastDay(host, Math.min(...moments), '/var/log') }) };
  },
});

async function oldestOfSyslog(host: Host): Promise<number | undefined> {
  const names = await requiredNames(host, '/var/log');
  const oldest = await Promise.all(kinds.map(async (kind) => oldestOf(host, names.filter((name) => kind.test(name)).map((name) => `/var/log/${name}`))));
  const known = oldest.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

async function oldestOf(host: Host, paths: readonly string[]): Promise<number | undefined> {
  const stats = await Promise.all(paths.map((path) => statOf(host, path)));
  const moments = stats.flatMap((stat) => (stat === undefined || stat.type !== 'file' || stat.size === 0 ? [] : [stat.mtimeMs]));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

// A finished journal file carries the moment of its first entry, in hexadecimal microseconds, at the end of its name.
async function oldestOfJournal(host: Host): Promise<number | undefined> {
  const machines = (await namesIn(host, '/var/log/journal')).filter((name) => /^[0-9a-f]{32}$/.test(name));
  const names = (await Promise.all(machines.map((machine) => namesIn(host, `/var/log/journal/${machine}`)))).flat();
  const starts = names.flatMap((name) => /^system@[0-9a-f]+-[0-9a-f]+-([0-9a-f]{16})\.journal$/.exec(name)?.[1] ?? []).map((text) => Number.parseInt(text, 16) / 1000);
  const current = await oldestOf(host, machines.map((machine) => `/var/log/journal/${machine}/system.journal`));
  const moments = [...starts, ...(current === undefined ? [] : [current])];
  return moments.length === 0 ? undefined : Math.min(...moments);
}
