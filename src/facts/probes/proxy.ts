import { z } from 'zod';
import { folderLines, settingLines } from '../look.js';
import { probe } from '../probe.js';

const files: readonly string[] = ['/etc/environment', '/etc/profile', '/etc/apt/apt.conf', '/etc/yum.conf', '/etc/dnf/dnf.conf'];

/** Machine-wide settings only; a user's own desktop settings are not looked at. */
export const proxy = probe({
  id: 'proxy',
  schema: z.object({ configured: z.boolean() }),
  sources: [...files, '/etc/profile.d/*.sh', '/etc/apt/apt.conf.d/*'].map((path) => `${path} (whether a proxy is set)`),
  run: async (host) => {
    const lines = [...(await Promise.all(files.map((path) => settingLines(host, path)))), await folderLines(host, '/etc/profile.d', /\.sh$/), await folderLines(host, '/etc/apt/apt.conf.d', /^[\w-]+(\.conf)?$/)].flat();
    return { configured: lines.some((line) => !line.startsWith('//') && patterns.some((pattern) => pattern.test(line))) };
  },
});

// Shell and environment, yum and dnf, apt; a value that is empty or says "none" sets nothing.
const patterns: readonly RegExp[] = [
  /^(export\s+)?(https?|all|ftp|socks)_proxy=["']?[^\s"']/i,
  /^proxy\s*=\s*(?!_none_|none\b)\S/i,
  /\bProxy(::[^\s"]+)?\s+"(?!DIRECT|false)[^"]/i,
];
