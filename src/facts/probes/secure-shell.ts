import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, namesIn, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

export const secureShell = probe({
  id: 'secureShell',
  schema: z.object({ installed: z.boolean(), rootLogin: z.boolean(), emptyPasswords: z.boolean(), x11Forwarding: z.boolean() }),
  sources: ['/usr/sbin/sshd (exists)', '/etc/ssh/sshd_config', '/etc/ssh/sshd_config.d/*.conf'],
  run: async (host) => {
    if (!(await exists(host, '/usr/sbin/sshd'))) return { installed: false, rootLogin: false, emptyPasswords: false, x11Forwarding: false };
    const settings = settingsIn(await serverLines(host));
    const isOn = (key: string, off: readonly string[], usual: string): boolean => valuesOf(settings, key, usual).some((value) => !off.includes(value));
    return {
      installed: true,
      // Without a line of its own the server lets root in with a key.
      rootLogin: isOn('permitrootlogin', ['no'], 'prohibit-password'),
      emptyPasswords: isOn('permitemptypasswords', ['no'], 'no'),
      x11Forwarding: isOn('x11forwarding', ['no'], 'no'),
    };
  },
});

/** Lines in the order the server reads them: included files stand where they are named. */
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

interface Setting {
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

// The first value wins; one under a condition holds for some, and counts beside it.
function valuesOf(settings: readonly Setting[], key: string, usual: string): readonly string[] {
  const own = settings.filter((setting) => setting.key === key);
  const always = own.find((setting) => !setting.conditional)?.value ?? usual;
  return [always, ...own.filter((setting) => setting.conditional).map((setting) => setting.value)];
}
