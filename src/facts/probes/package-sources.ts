import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const packageSources = probe({
  id: 'packageSources',
  schema: z.object({ unverified: z.int(), entries: z.int() }),
  sources: ['/etc/apt/sources.list', '/etc/apt/sources.list.d/*', '/etc/apt/apt.conf.d/*', '/etc/yum.repos.d/*.repo', '/etc/yum.conf'],
  run: async (host) => {
    const read = async (folder: string): Promise<readonly string[]> => (await Promise.all((await namesIn(host, folder)).map((name) => settingLines(host, `${folder}/${name}`)))).flat();
    const apt = [...(await settingLines(host, '/etc/apt/sources.list')), ...(await read('/etc/apt/sources.list.d'))];
    const options = await read('/etc/apt/apt.conf.d');
    const yum = [...(await settingLines(host, '/etc/yum.conf')), ...(await read('/etc/yum.repos.d'))];
    const unverified =
      apt.filter((line) => /trusted\s*[=:]\s*yes/i.test(line)).length +
      options.filter((line) => /AllowUnauthenticated\s+"?(true|1|yes)/i.test(line)).length +
      yum.filter((line) => /^gpgcheck\s*=\s*0/.test(line)).length;
    return { unverified, entries: apt.filter((line) => /^(deb|Types:)/.test(line)).length + yum.filter((line) => /^(baseurl|mirrorlist|metalink)\s*=/.test(line)).length };
  },
});
