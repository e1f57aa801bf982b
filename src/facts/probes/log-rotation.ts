import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

const days: Readonly<Record<string, number>> = { hourly: 1 / 24, daily: 1, weekly: 7, monthly: 30, yearly: 365 };

/** For how many days the logs of the system and of logins will be kept as logrotate is set; the shorter of the two. */
export const logRotation = probe({
  id: 'logRotation',
  schema: z.object({ days: z.int() }),
  sources: ['/etc/logrotate.conf', '/etc/logrotate.d/*'],
  run: async (host) => {
    const general = await settingLines(host, '/etc/logrotate.conf');
    if (general.length === 0) throw unseen('not-found', '/etc/logrotate.conf');
    const usual = keptBy(general.slice(0, firstBlock(general)), {});
    const kept = (await blocks(host)).map((lines) => keptBy(lines, usual)).filter(({ count, period }) => count !== undefined && period !== undefined);
    if (kept.length === 0) throw unseen('not-found', 'rotation of syslog');
    return { days: Math.floor(Math.min(...kept.map(({ count = 0, period = 0 }) => count * period))) };
  },
});

interface Kept {
  readonly count?: number | undefined;
  readonly period?: number | undefined;
}

function keptBy(lines: readonly string[], usual: Kept): Kept {
  const count = lines.flatMap((line) => /^rotate\s+(-?\d+)$/.exec(line)?.[1] ?? []).at(-1);
  const period = lines.flatMap((line) => days[line.split(/\s+/)[0] ?? ''] ?? []).at(-1);
  // A negative count never deletes.
  return { count: count === undefined ? usual.count : Number(count) < 0 ? 36_500 : Number(count), period: period ?? usual.period };
}

function firstBlock(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.includes('{'));
  return at < 0 ? lines.length : at;
}

// The blocks that are about the logs in question; a block begins with names and ends with a brace.
async function blocks(host: Host): Promise<readonly (readonly string[])[]> {
  const names = (await namesIn(host, '/etc/logrotate.d')).filter((name) => !/[~]$|\.(dpkg|rpm)/.test(name)).toSorted();
  const texts = await Promise.all(['/etc/logrotate.conf', ...names.map((name) => `/etc/logrotate.d/${name}`)].map((path) => settingLines(host, path)));
  return texts.flatMap((lines) => [...lines.join('\n').matchAll(/([^{}]*)\{([^}]*)\}/g)].flatMap(([, head = '', body = '']) => (/\/var\/log\/(syslog|messages|auth\.log|secure)\b/.test(head) ? [body.split('\n').map((line) => line.trim())] : [])));
}
