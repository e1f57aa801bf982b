import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, folderLines, lastValue, namesIn, settingLines, significant, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

export const packageSources = probe({
  id: 'packageSources',
  schema: z.object({ unverified: z.int(), entries: z.int() }),
  sources: [
    ...['/etc/apt (exists)', '/etc/apt/sources.list', '/etc/apt/sources.list.d/*.list', '/etc/apt/sources.list.d/*.sources', '/etc/apt/apt.conf', '/etc/apt/apt.conf.d/*'],
    ...['/etc/yum.repos.d (exists)', '/etc/yum.repos.d/*.repo', '/etc/yum.conf', '/etc/dnf/dnf.conf'],
  ],
  run: async (host) => {
    if (!(await anyExists(host, ['/etc/apt', '/etc/yum.repos.d']))) throw unseen('unsupported', '/etc/apt, /etc/yum.repos.d');
    const apt = await aptSources(host);
    const yum = await yumSources(host);
    return { unverified: apt.filter((trusted) => trusted).length + (await laxOptions(host)) + yum.filter((checked) => !checked).length, entries: apt.length + yum.length };
  },
});

/** Whether each entry is trusted without a signature. */
async function aptSources(host: Host): Promise<readonly boolean[]> {
  const folder = '/etc/apt/sources.list.d';
  const lines = [...(await settingLines(host, '/etc/apt/sources.list')), ...(await folderLines(host, folder, /\.list$/))].filter((line) => /^deb(-src)?\s/.test(line));
  const names = (await namesIn(host, folder)).filter((name) => name.endsWith('.sources'));
  const texts = await Promise.all(names.map((name) => textOf(host, `${folder}/${name}`)));
  const stanzas = texts.flatMap((text) => (text ?? '').split(/\n\s*\n/)).map(significant).filter((stanza) => stanza.some((line) => /^Types:/i.test(line)) && !stanza.some((line) => /^Enabled:\s*no\b/i.test(line)));
  return [...lines, ...stanzas.map((stanza) => stanza.join('\n'))].map((entry) => /\b(trusted|allow-insecure)\s*[=:]\s*yes/i.test(entry));
}

/** Options that switch the check off for all entries. */
async function laxOptions(host: Host): Promise<number> {
  const lines = [...(await settingLines(host, '/etc/apt/apt.conf')), ...(await folderLines(host, '/etc/apt/apt.conf.d', /^[\w-]+(\.conf)?$/))];
  return lines.filter((line) => !line.startsWith('//') && /\b(AllowUnauthenticated|AllowInsecureRepositories)\s+"?(true|1|yes)/i.test(line)).length;
}

/** Whether the packages of each enabled repository are checked. */
async function yumSources(host: Host): Promise<readonly boolean[]> {
  const main = [...(await settingLines(host, '/etc/yum.conf')), ...(await settingLines(host, '/etc/dnf/dnf.conf'))];
  const repositories: string[][] = [];
  for (const line of await folderLines(host, '/etc/yum.repos.d', /\.repo$/)) {
    if (line.startsWith('[')) repositories.push([]);
    repositories.at(-1)?.push(line);
  }
  const enabled = repositories.filter((lines) => isOn(lastValue(lines, 'enabled') ?? '1'));
  // Nothing written anywhere means that nothing is checked.
  return enabled.map((lines) => isOn(lastValue(lines, 'gpgcheck') ?? lastValue(main, 'gpgcheck') ?? '0'));
}

function isOn(value: string): boolean {
  return /^(1|yes|true|on)$/i.test(value);
}
