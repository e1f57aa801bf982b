import { z } from 'zod';
import type { Host } from '../host.js';
import { probe, unseen } from '../probe.js';

const logs: readonly string[] = ['/var/log/kern.log', '/var/log/kern.log.1', '/var/log/syslog', '/var/log/syslog.1', '/var/log/messages', '/var/log/messages-1'];
const mostBytes = 4 * 1024 * 1024;

/** How often USB storage was plugged in according to the logs that are left; no names, no serial numbers. */
export const storageHistory = probe({
  id: 'storageHistory',
  schema: z.object({ events: z.int(), sources: z.int(), complete: z.boolean() }),
  sources: [...logs.map((path) => `${path} (lines counted)`), 'journalctl -k --grep usb-storage (lines counted)', '/var/log/journal, /run/log/journal (exist)'],
  run: async (host) => {
    const looks = await Promise.all(logs.map((path) => host.readFile(path, mostBytes)));
    const read = looks.flatMap((look) => (look.kind === 'text' ? [look] : []));
    const journal = await host.run('journalctl', ['-k', '--no-pager', '-q', '-o', 'short-iso', '--grep', 'usb-storage']);
    // "No match" ends with 1, as does "no journal": only a journal that is there can say none.
    const journalRead = journal.kind === 'ran' && (journal.exitCode === 0 || (await journalKept(host)));
    const lines = [...read.flatMap((look) => look.text.split('\n')), ...(journalRead ? journal.stdout.split('\n') : [])];
    const sources = read.length + (journalRead ? 1 : 0);
    if (sources === 0) throw unseen(looks.some((look) => look.kind === 'denied') ? 'no-permission' : 'not-found', 'kernel log');
    const complete = !looks.some((look) => look.kind === 'denied') && !read.some((look) => look.cut);
    return { events: new Set(lines.filter((line) => /usb-storage .*USB Mass Storage device detected/.test(line))).size, sources, complete };
  },
});

async function journalKept(host: Host): Promise<boolean> {
  const looks = await Promise.all(['/var/log/journal', '/run/log/journal'].map((path) => host.list(path)));
  return looks.some((look) => look.kind === 'names' && look.names.length > 0);
}
