import type { Host, Missed, StatLook, ToolName } from './host.js';
import { unseen } from './probe.js';

/** Text of a file; undefined only when it is proved absent. Anything else that keeps us from reading is thrown as unseen. */
export async function textOf(host: Host, path: string, maxBytes?: number): Promise<string | undefined> {
  const look = await host.readFile(path, maxBytes);
  if (look.kind === 'text') return look.text;
  return look.kind === 'absent' ? undefined : fail(look, path);
}

/** Text of a file that must exist on this kind of system. */
export async function requiredText(host: Host, path: string): Promise<string> {
  const text = await textOf(host, path);
  if (text === undefined) throw unseen('not-found', path);
  return text;
}

/** Lines without comments and blanks. */
export async function settingLines(host: Host, path: string): Promise<readonly string[]> {
  return significant((await textOf(host, path)) ?? '');
}

export function significant(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
}

/** Names in a folder; an absent folder has none. */
export async function namesIn(host: Host, path: string): Promise<readonly string[]> {
  const look = await host.list(path);
  if (look.kind === 'names') return look.names;
  return look.kind === 'absent' ? [] : fail(look, path);
}

/** Names in a folder that every such system has. */
export async function requiredNames(host: Host, path: string): Promise<readonly string[]> {
  const look = await host.list(path);
  if (look.kind === 'names') return look.names;
  if (look.kind === 'absent') throw unseen('unsupported', path);
  return fail(look, path);
}

/** Setting lines of a file and of the `*.conf` files in its drop-in folder, in order of reading. */
export async function layeredLines(host: Host, file: string, folder: string): Promise<readonly string[]> {
  const names = (await namesIn(host, folder)).filter((name) => name.endsWith('.conf')).sort();
  const parts = await Promise.all([file, ...names.map((name) => `${folder}/${name}`)].map((path) => settingLines(host, path)));
  return parts.flat();
}

export async function exists(host: Host, path: string): Promise<boolean> {
  const look = await host.stat(path);
  if (look.kind === 'stat') return true;
  return look.kind === 'absent' ? false : fail(look, path);
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
  return look.kind === 'absent' ? undefined : fail(look, path);
}

/** Output of a command that ended well; a failed command proves nothing. */
export async function outputOf(host: Host, tool: ToolName, args: readonly string[]): Promise<string> {
  const look = await host.run(tool, args);
  if (look.kind === 'ran') {
    if (look.exitCode === 0) return look.stdout;
    throw unseen(host.uid === 0 ? 'crashed' : 'no-permission', `${tool} ${String(look.exitCode)}`);
  }
  throw unseen(look.kind === 'failed' ? 'crashed' : look.kind, tool);
}

/** Last value given to a `KEY value` or `KEY=value` setting, compared without case. */
export function lastValue(lines: readonly string[], key: string): string | undefined {
  const pattern = new RegExp(`^${key}\\s*[=\\s]\\s*(.*)$`, 'i');
  const found = lines.map((line) => pattern.exec(line)?.[1]?.trim()).filter((value) => value !== undefined);
  return found.at(-1);
}

/** Day of a moment in milliseconds, `YYYY-MM-DD`. */
export function dayFrom(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function fail(look: Exclude<Missed, { kind: 'absent' }>, path: string): never {
  throw look.kind === 'denied' ? unseen('no-permission', path) : unseen('crashed', `${path} ${look.detail}`);
}
