import { z } from 'zod';
import type { Host } from '../host.js';
import { datedLines } from '../kernel-log.js';
import { requiredNames } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Two keepers of the same days: what happened in general, and who logged in. Either writes whenever the machine is on. */
const kinds: readonly RegExp[] = [/^(syslog|messages)([.-]\d+)?$/, /^(auth\.log|secure)([.-]\d+)?$/];
const mostBytes = 4 * 1024 * 1024;

/** Whether the logs were kept without a break: days that one log has and the other, though it reaches over them, has not, and logs that were emptied. Compressed logs are not read. */
export const logContinuity = probe({
  id: 'logContinuity',
  schema: z.object({ days: z.int(), brokenDays: z.int(), emptied: z.int() }),
  sources: ['/var/log (names)', ...['syslog*', 'messages*', 'auth.log*', 'secure*'].map((name) => `/var/log/${name} (days compared)`)],
  run: async (host) => {
    const names = await requiredNames(host, '/var/log');
    const [general, logins] = await Promise.all(kinds.map((kind) => logOf(host, names.filter((name) => kind.test(name)))));
    if (general === undefined || logins === undefined || general.days.length === 0 || logins.days.length === 0) throw unseen('not-found', 'syslog, auth.log');
    const broken = new Set([...missingIn(logins.days, general.days), ...missingIn(general.days, logins.days)]);
    return { days: new Set([...general.days, ...logins.days]).size, brokenDays: broken.size, emptied: general.emptied + logins.emptied };
  },
});

interface Log {
  /** Days with a line, in order. */
  readonly days: readonly string[];
  /** Logs of which nothing is left although older ones are there. */
  readonly emptied: number;
}

async function logOf(host: Host, names: readonly string[]): Promise<Log> {
  const today = host.now().slice(0, 10);
  const texts = await Promise.all(names.toSorted().map((name) => textOfLog(host, `/var/log/${name}`)));
  const days = [...new Set(texts.flatMap((text) => datedLines(text, today).map(({ day }) => day)))].toSorted();
  return { days, emptied: days.length === 0 ? 0 : texts.filter((text) => text === '').length };
}

async function textOfLog(host: Host, path: string): Promise<string> {
  const look = await host.readFile(path, mostBytes);
  if (look.kind === 'text' && !look.cut && (look.text === '' || datedLines(look.text, host.now().slice(0, 10)).length > 0)) return look.text;
  throw unseen(look.kind === 'denied' ? 'no-permission' : look.kind === 'text' && look.cut ? 'unsupported' : 'crashed', '', path);
}

function missingIn(days: readonly string[], other: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return other.filter((day) => day > first && day < last && !days.includes(day));
}
