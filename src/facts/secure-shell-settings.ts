import type { Host } from './host.js';
import { namesIn, settingLines } from './look.js';
import { unseen } from './probe.js';

/** What is looked at for the server of remote logins. */
export const shellServerSources: readonly string[] = ['/usr/sbin/sshd (exists)', '/etc/ssh/sshd_config', '/etc/ssh/sshd_config.d/*.conf'];

/** The settings of the server, in the order in which it reads them. */
export async function serverSettings(host: Host): Promise<readonly Setting[]> {
  return settingsIn(await serverLines(host));
}

// Included files stand where they are named.
async function serverLines(host: Host): Promise<readonly string[]> {
  const lines = await settingLines(host, '/etc/ssh/sshd_config');
  const parts = await Promise.all(lines.map(async (line) => {
    const included = /^include\s+(.*)$/i.exec(line)?.[1]?.replaceAll('"', '').trim();
    if (included === undefined) return [line];
    if (!['/etc/ssh/sshd_config.d/*.conf', 'sshd_config.d/*.conf'].includes(included)) throw unseen('unsupported', 'sshd_config includes other files');
    return dropIns(host);
  }));
  return parts.flat();
}

// A condition ends with the file it stands in.
async function dropIns(host: Host): Promise<readonly string[]> {
  const folder = '/etc/ssh/sshd_config.d';
  const names = (await namesIn(host, folder)).filter((name) => name.endsWith('.conf')).toSorted();
  return (await Promise.all(names.map(async (name) => [...(await settingLines(host, `${folder}/${name}`)), 'match all']))).flat();
}

/** One line of the server's settings. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly conditional: boolean;
}

function settingsIn(lines: readonly string[]): readonly Setting[] {
  let conditional = false;
  return lines.flatMap((line) => {
    const [, key = '', value = ''] = /^(\w+)[\s=]+"?([^\s"]+)/.exec(line) ?? [];
    if (key.toLowerCase() === 'match') conditional = value.toLowerCase() !== 'all';
    return key === '' ? [] : [{ key: key.toLowerCase(), value: value.toLowerCase(), conditional }];
  });
}

/** The values in force: the first one wins; one under a condition holds for some, and counts beside it. In small letters. */
export function valuesOf(settings: readonly Setting[], key: string, usual: string): readonly string[] {
  const own = settings.filter((setting) => setting.key === key);
  const always = own.find((setting) => !setting.conditional)?.value ?? usual;
  return [always, ...own.filter((setting) => setting.conditional).map((setting) => setting.value)];
}
