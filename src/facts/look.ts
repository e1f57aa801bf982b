import type { Host, Missed, StatLook } from './host.js';
import { unseen, type Unseen } from './probe.js';

/** What must be there before "absent" proves anything below a tree: an empty mount point is not a machine without adapters. */
export const anchors: Readonly<Record<string, string>> = { '/etc': '/etc/passwd', '/proc': '/proc/mounts', '/sys': '/sys/class', '/var': '/var/log', '/usr': '/usr/bin' };

/** Text of a file; undefined only when it is proved absent. Anything else that keeps us from reading all of it is thrown as unseen. */
export async function textOf(host: Host, path: string, maxBytes?: number): Promise<string | undefined> {
  const look = await host.readFile(path, maxBytes);
  if (look.kind === 'absent') return provedAbsent(host, path);
  if (look.kind !== 'text') return fail(look, path);
  if (look.cut) throw unseen('unsupported', 'too long', path);
  if (binary.test(look.text)) throw unseen('crashed', 'not text', path);
  return look.text;
}

/** Text of a file that must exist on this kind of system. */
export async function requiredText(host: Host, path: string, maxBytes?: number): Promise<string> {
  const text = await textOf(host, path, maxBytes);
  if (text === undefined) throw unseen('not-found', '', path);
  return text;
}

/** Lines without comments and blanks; an absent file has none. */
export async function settingLines(host: Host, path: string): Promise<readonly string[]> {
  return significant((await textOf(host, path)) ?? '');
}

export function significant(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
}

/** Setting lines of those files that exist, each file apart; none at all proves nothing. */
export async function presentFiles(host: Host, paths: readonly string[]): Promise<readonly (readonly string[])[]> {
  const texts = await Promise.all(paths.map((path) => textOf(host, path)));
  const present = texts.flatMap((text) => (text === undefined ? [] : [significant(text)]));
  if (present.length === 0) throw unseen('not-found', paths.join(', '));
  return present;
}

/** Names in a folder; an absent folder has none. */
export async function namesIn(host: Host, path: string): Promise<readonly string[]> {
  const look = await host.list(path);
  if (look.kind === 'names') return look.names;
  if (look.kind !== 'absent') return fail(look, path);
  await provedAbsent(host, path);
  return [];
}

/** Names in a folder that every such system has. */
export async function requiredNames(host: Host, path: string): Promise<readonly string[]> {
  const look = await host.list(path);
  if (look.kind === 'names') return look.names;
  if (look.kind === 'absent') throw unseen('unsupported', '', path);
  return fail(look, path);
}

/** Setting lines of the files in a folder whose names fit, in order of names. */
export async function folderLines(host: Host, folder: string, name = /\.conf$/): Promise<readonly string[]> {
  const names = (await namesIn(host, folder)).filter((each) => name.test(each)).toSorted();
  return (await Promise.all(names.map((each) => settingLines(host, `${folder}/${each}`)))).flat();
}

/** Setting lines of a file and, after it, of the `*.conf` files in its drop-in folder. */
export async function layeredLines(host: Host, file: string, folder: string): Promise<readonly string[]> {
  return [...(await settingLines(host, file)), ...(await folderLines(host, folder))];
}

export async function exists(host: Host, path: string): Promise<boolean> {
  return (await statOf(host, path)) !== undefined;
}

/** Whether something is there that a system makes while it runs; in one that does not run there is none. */
export async function existsWhileRunning(host: Host, path: string): Promise<boolean> {
  return (await host.stat(path)).kind !== 'unsupported' && (await exists(host, path));
}

export async function anyExists(host: Host, paths: readonly string[]): Promise<boolean> {
  return (await countExisting(host, paths)) > 0;
}

export async function countExisting(host: Host, paths: readonly string[]): Promise<number> {
  const found = await Promise.all(paths.map((path) => exists(host, path)));
  return found.filter(Boolean).length;
}

export async function statOf(host: Host, path: string): Promise<Extract<StatLook, { kind: 'stat' }> | undefined> {
  const look = await host.stat(path);
  if (look.kind === 'stat') return look;
  return look.kind === 'absent' ? provedAbsent(host, path) : fail(look, path);
}

/** Last value given to a `KEY value` or `KEY=value` setting, compared without case. */
export function lastValue(lines: readonly string[], key: string): string | undefined {
  const pattern = new RegExp(`^${key}\\s*[=\\s]\\s*(.*)$`, 'i');
  const found = lines.map((line) => pattern.exec(line)?.[1]?.trim()).filter((value) => value !== undefined);
  return found.at(-1);
}

/** Day of a past moment in milliseconds, `YYYY-MM-DD`; one that lies ahead, or before all such systems, says that a clock was wrong, not how old a file is. */
export function pastDay(host: Host, milliseconds: number, path: string): string {
  if (milliseconds > Date.parse(host.now()) + dayMs || milliseconds < earliestMs) throw unseen('crashed', `${path} has an impossible date`);
  return new Date(milliseconds).toISOString().slice(0, 10);
}

const dayMs = 86_400_000;
const earliestMs = Date.parse('2000-01-01');

// Settings are text in any encoding; control characters other than blanks and escape mean that this is something else.
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

async function provedAbsent(host: Host, path: string): Promise<undefined> {
  const anchor = anchors[`/${path.split('/')[1] ?? ''}`] ?? '/usr/bin';
  const look = await host.stat(anchor);
  if (look.kind === 'stat') return undefined;
  if (look.kind === 'absent') throw unseen('unsupported', '', anchor);
  return fail(look, anchor);
}

function fail(look: Exclude<Missed, { kind: 'absent' }>, path: string): never {
  throw missedLook(look, path);
}

/** A look that gave nothing and does not prove absence, as what is thrown. */
export function missedLook(look: Exclude<Missed, { kind: 'absent' }>, path: string): Unseen {
  if (look.kind === 'unsupported') return unseen('unsupported', '', path);
  return look.kind === 'denied' ? unseen('no-permission', '', path) : unseen('crashed', look.detail, path);
}
