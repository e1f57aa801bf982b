import type { UnavailableReason } from '#domain/fact.js';
import type { Host } from './host.js';
import { namesIn, requiredNames } from './look.js';

/** Kinds of log that hold the kernel's lines: the first that is there tells the whole story. */
const kinds: readonly RegExp[] = [/^kern\.log([.-]\d+)?$/, /^messages([.-]\d+)?$/, /^syslog([.-]\d+)?$/];
const mostBytes = 4 * 1024 * 1024;
const mostLines = 5_000;
const journals: readonly string[] = ['/var/log/journal', '/run/log/journal'];
const question: readonly string[] = ['-q', '--no-pager', '-o', 'short-iso', '-n', String(mostLines), '_KERNEL_SUBSYSTEM=usb', '_KERNEL_SUBSYSTEM=scsi', '_KERNEL_SUBSYSTEM=net'];

/** What is looked at for the kernel's lines about devices; `how` says what of them is used. */
export function kernelLogSources(how: string): readonly string[] {
  return [
    ...['/var/log (names)', ...['kern.log*', 'messages*', 'syslog*'].map((name) => `/var/log/${name} (${how})`)],
    ...journals.map((folder) => `${folder}/*/system.journal (whether it may be read)`),
    `journalctl ${question.join(' ')} (${how})`,
  ];
}

/** One line of the kernel. */
export interface KernelLine {
  /** Day in the machine's own time, `YYYY-MM-DD`. */
  readonly day: string;
  readonly text: string;
}

/** The kernel's lines from one keeper of logs, oldest first, and why some of them could not be seen. */
export interface KernelStory {
  readonly lines: readonly KernelLine[];
  /** How many logs were read. */
  readonly sources: number;
  readonly missed?: UnavailableReason | undefined;
}

/** The lines of the log files and those of the journal, apart: what one keeper lost the other may still have. */
export async function kernelStories(host: Host): Promise<{ readonly files: KernelStory; readonly journal: KernelStory }> {
  return { files: await fromFiles(host), journal: await fromJournal(host) };
}

const silent: KernelStory = { lines: [], sources: 0 };

async function fromFiles(host: Host): Promise<KernelStory> {
  const names = await requiredNames(host, '/var/log');
  const kind = kinds.find((each) => names.some((name) => each.test(name)));
  const today = host.now().slice(0, 10);
  let story = silent;
  for (const path of names.filter((name) => kind?.test(name)).map((name) => `/var/log/${name}`)) {
    const look = await host.readFile(path, mostBytes);
    // An empty log, fresh or cleared, tells nothing either way.
    if (look.kind === 'absent' || (look.kind === 'text' && look.text === '')) continue;
    const lines = look.kind === 'text' ? datedLines(look.text, today) : [];
    if (look.kind === 'text' && lines.length > 0) story = { lines: [...story.lines, ...lines], sources: story.sources + 1, missed: look.cut ? 'unsupported' : story.missed };
    else story = { ...story, missed: look.kind === 'denied' ? 'no-permission' : 'crashed' };
  }
  return { ...story, lines: [...story.lines].sort((left, right) => left.day.localeCompare(right.day)) };
}

// Without the right to read it, journalctl shows an empty journal and ends well.
async function fromJournal(host: Host): Promise<KernelStory> {
  const files = (await Promise.all(journals.map((folder) => journalsIn(host, folder)))).flat();
  const looks = await Promise.all(files.map((path) => host.readFile(path, 8)));
  if (looks.some((look) => look.kind === 'denied')) return { ...silent, missed: 'no-permission' };
  if (looks.every((look) => look.kind === 'absent')) return silent;
  if (!looks.some((look) => look.kind === 'text' && look.text === 'LPKSHHRH')) return { ...silent, missed: 'crashed' };
  const look = await host.run('journalctl', question);
  if (look.kind !== 'ran') return { ...silent, missed: look.kind === 'failed' ? 'crashed' : look.kind };
  if (look.exitCode !== 0) return { ...silent, missed: 'crashed' };
  const full = look.stdout.split('\n').length > mostLines;
  return { lines: datedLines(look.stdout, host.now().slice(0, 10)), sources: 1, ...(full ? { missed: 'unsupported' } : {}) };
}

// The journal that a system keeps in memory is gone when it does not run.
async function journalsIn(host: Host, folder: string): Promise<readonly string[]> {
  if ((await host.list(folder)).kind === 'unsupported') return [];
  return (await namesIn(host, folder)).map((name) => `${folder}/${name}/system.journal`);
}

// `Nov 19 09:12:44 host kernel: …` or `2026-11-19T09:12:44+08:00 host kernel: …`.
const dated = /^(?:(\w{3}) ([ \d]\d) \d\d:\d\d:\d\d|(\d{4}-\d\d-\d\d)T\S+) (.*)$/;
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Lines that begin with a day, in either form that logs have; others are left out. */
export function datedLines(text: string, today: string): readonly KernelLine[] {
  return text.split('\n').flatMap((line) => {
    const [, month, day, whole, rest = ''] = dated.exec(line) ?? [];
    const found = whole ?? (month === undefined ? undefined : dayOf(month, day ?? '', today));
    return found === undefined ? [] : [{ day: found, text: rest }];
  });
}

// The old form names no year: a day that would lie ahead was last year's.
function dayOf(month: string, day: string, today: string): string | undefined {
  const at = months.indexOf(month);
  if (at < 0 || at % 3 !== 0) return undefined;
  const rest = `-${String(at / 3 + 1).padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  return `${String(year)}${rest}` > today ? `${String(year - 1)}${rest}` : `${String(year)}${rest}`;
}
