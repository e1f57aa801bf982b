import { z } from 'zod';
import type { Host } from '../host.js';
import { folderLines, settingLines } from '../look.js';
import { numberFrom } from '../password-checker.js';
import { probe } from '../probe.js';

const files: readonly string[] = ['/etc/profile', '/etc/bashrc', '/etc/bash.bashrc'];

/** Minutes after which an idle shell ends; 0 = never. */
export const shellTimeout = probe({
  id: 'shellTimeout',
  schema: z.object({ minutes: z.number() }),
  sources: [...files, '/etc/profile.d/*.sh'],
  run: async (host) => {
    const values = (await shellLines(host)).flatMap((line) => [...line.matchAll(/(?:^|[\s;])TMOUT=["']?(\d+)/g)].map(([, digits]) => numberFrom(digits) ?? 0));
    // A login shell reads the drop-ins from within the profile; the longest that is set anywhere is what can be relied on.
    return { minutes: values.includes(0) ? 0 : Math.max(0, ...values) / 60 };
  },
});

async function shellLines(host: Host): Promise<readonly string[]> {
  return [...(await Promise.all(files.map((path) => settingLines(host, path)))).flat(), ...(await folderLines(host, '/etc/profile.d', /\.sh$/))];
}
