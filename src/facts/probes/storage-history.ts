import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredNames } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Kinds of log that hold the kernel's lines: the first that is there tells the whole story. */
const kinds: readonly RegExp[] = [/^kern\.log([.-]\d+)?$/, /^messages([.-]\d+)?$/, /^syslog([.-]\d+)?$/];
const mostBytes = 4 * 1024 * 1024;
const mostLines = 5_000;
const journals: readonly string[] = ['/var/log/journal', '/run/log/journal'];
const attached = /usb-storage [^\n]*USB Mass Storage device detected|scsi host\d+: uas\b/g;

/** How often USB storage was plugged in according to the logs that are left; no names, no serial numbers. */
export const storageHistory = probe({
  id: 'storageHistory',
  schema: z.object({ events: z.int(), sources: z.int(), complete: z.boolean() }),
  sources: [
    ...['/var/log (names)', ...['kern.log*', 'messages*', 'syslog*'].map((name) => `/var/log/${name} (lines counted)`)],
    ...journals.map((folder) => `${folder}/*/system.journal (whether it may be read)`),
    'journalctl -q --no-pager -o cat -n 5000 _KERNEL_SUBSYSTEM=usb _KERNEL_SUBSYSTEM=scsi (lines counted)',
  ],
  run: async (host) => {
    const looks = [await fromFiles(host), await fromJournal(host)];
    const seen = looks.filter((look) => look.sources > 0);
    const missed = looks.find((look) => look.missed !== undefined)?.missed;
    // Both may tell of the same event, so the larger count stands.
    const events = Math.max(0, ...looks.map((look) => look.events));
    // Nothing found in one part says nothing about the part that stayed closed.
    if (seen.length === 0 || (events === 0 && missed !== undefined)) throw unseen(missed ?? 'not-found', 'kernel log');
    return { events, sources: seen.reduce((sum, look) => sum + look.sources, 0), complete: missed === undefined };
  },
});

interface Story {
  readonly events: number;
  readonly sources: number;
  readonly missed?: 'no-permission' | 'unsupported' | 'timed-out' | 'crashed' | 'tool-missing' | undefined;
}

async function fromFiles(host: Host): Promise<Story> {
  const names = await requiredNames(host, '/var/log');
  const kind = kinds.find((each) => names.some((name) => each.test(name)));
  const paths = names.filter((name) => kind?.test(name)).map((name) => `/var/log/${name}`);
  let story: Story = { events: 0, sources: 0 };
  for (const path of paths) {
    const look = await host.readFile(path, mostBytes);
    // An empty log, fresh or cleared, tells nothing either way.
    if (look.kind === 'absent' || (look.kind === 'text' && look.text === '')) continue;
    if (look.kind === 'text' && dated.test(look.text)) story = { events: story.events + countIn(look.text), sources: story.sources + 1, missed: look.cut ? 'unsupported' : story.missed };
    else story = { ...story, missed: look.kind === 'denied' ? 'no-permission' : 'crashed' };
  }
  return story;
}

const dated = /^(\w{3} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) /m;

// Without the right to read it, journalctl shows an empty journal and ends well.
async function fromJournal(host: Host): Promise<Story> {
  const files = (await Promise.all(journals.map((folder) => journalsIn(host, folder)))).flat();
  const looks = await Promise.all(files.map((path) => host.readFile(path, 8)));
  if (looks.some((look) => look.kind === 'denied')) return { events: 0, sources: 0, missed: 'no-permission' };
  if (looks.every((look) => look.kind === 'absent')) return { events: 0, sources: 0 };
  if (!looks.some((look) => look.kind === 'text' && look.text === 'LPKSHHRH')) return { events: 0, sources: 0, missed: 'crashed' };
  const look = await host.run('journalctl', ['-q', '--no-pager', '-o', 'cat', '-n', String(mostLines), '_KERNEL_SUBSYSTEM=usb', '_KERNEL_SUBSYSTEM=scsi']);
  if (look.kind !== 'ran') return { events: 0, sources: 0, missed: look.kind === 'failed' ? 'crashed' : look.kind };
  if (look.exitCode !== 0) return { events: 0, sources: 0, missed: 'crashed' };
  const full = look.stdout.split('\n').length > mostLines;
  return { events: countIn(look.stdout), sources: 1, ...(full ? { missed: 'unsupported' } : {}) };
}

// The journal that a system keeps in memory is gone when it does not run.
async function journalsIn(host: Host, folder: string): Promise<readonly string[]> {
  if ((await host.list(folder)).kind === 'unsupported') return [];
  return (await namesIn(host, folder)).map((name) => `${folder}/${name}/system.journal`);
}

function countIn(text: string): number {
  return text.match(attached)?.length ?? 0;
}
