import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const proxy = probe({
  id: 'proxy',
  schema: z.object({ configured: z.boolean() }),
  sources: ['/etc/environment (whether a proxy is set)', '/etc/profile.d/*.sh (whether a proxy is set)', '/etc/apt/apt.conf.d/* (whether a proxy is set)', '/etc/yum.conf', '/etc/dnf/dnf.conf'],
  run: async (host) => {
    const scripts = (await namesIn(host, '/etc/profile.d')).filter((name) => name.endsWith('.sh')).map((name) => `/etc/profile.d/${name}`);
    const apt = (await namesIn(host, '/etc/apt/apt.conf.d')).map((name) => `/etc/apt/apt.conf.d/${name}`);
    const lines = (await Promise.all(['/etc/environment', '/etc/yum.conf', '/etc/dnf/dnf.conf', ...scripts, ...apt].map((path) => settingLines(host, path)))).flat();
    return { configured: lines.some((line) => /^(export\s+)?(https?|all|ftp|socks)_proxy=\S/i.test(line) || /^proxy\s*=\s*\S/i.test(line) || /Acquire::(https?|ftp)::Proxy\s+"[^"]/i.test(line)) };
  },
});
