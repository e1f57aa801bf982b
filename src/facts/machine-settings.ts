import type { Host } from './host.js';
import { namesIn, settingLines } from './look.js';

/** Desktop settings that an administrator wrote for everybody. */
export interface MachineSettings {
  readonly valueOf: (schema: string, key: string) => string | undefined;
  /** Keys that users may not change. */
  readonly locks: readonly string[];
}

/** Only databases that the profile names take effect, the first before the others. */
export async function machineSettings(host: Host): Promise<MachineSettings> {
  const named = (await settingLines(host, '/etc/dconf/profile/user')).flatMap((line) => /^system-db:([\w-]+)$/.exec(line)?.[1] ?? []);
  const databases = await Promise.all(named.map((name) => databaseIn(host, `/etc/dconf/db/${name}.d`)));
  return {
    valueOf: (schema, key) => databases.map(({ values }) => values.get(`${schema.replaceAll('.', '/')}/${key}`)).find((value) => value !== undefined),
    locks: databases.flatMap(({ locks }) => locks),
  };
}

/** A desktop setting of the person who runs the check; undefined where it tells nothing. Root's own say nothing about the person at the machine. */
export async function ownSetting(host: Host, schema: string, key: string): Promise<string | undefined> {
  if (host.uid === 0) return undefined;
  const look = await host.run('gsettings', ['get', schema, key]);
  return look.kind === 'ran' && look.exitCode === 0 && look.stdout.trim() !== '' ? look.stdout.trim() : undefined;
}

interface Database {
  readonly values: ReadonlyMap<string, string>;
  readonly locks: readonly string[];
}

async function databaseIn(host: Host, folder: string): Promise<Database> {
  const names = (await namesIn(host, folder)).filter((name) => name !== 'locks').toSorted();
  const files = await Promise.all(names.map((name) => settingLines(host, `${folder}/${name}`)));
  const lockNames = await namesIn(host, `${folder}/locks`);
  const locks = await Promise.all(lockNames.map((name) => settingLines(host, `${folder}/locks/${name}`)));
  return { values: new Map(files.flatMap(pairsIn)), locks: locks.flat() };
}

function pairsIn(lines: readonly string[]): readonly (readonly [string, string])[] {
  let section = '';
  return lines.flatMap((line) => {
    const heading = /^\[(.*)\]$/.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    const pair = /^([\w-]+)\s*=\s*(.*)$/.exec(line);
    return pair === null ? [] : [[`${section}/${pair[1] ?? ''}`, pair[2] ?? ''] as const];
  });
}
