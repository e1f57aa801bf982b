import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, folderLines, presentFiles } from '../look.js';
import { probe } from '../probe.js';

const debugShell: readonly string[] = ['sysinit.target.wants', 'multi-user.target.wants'].map((wants) => `/etc/systemd/system/${wants}/debug-shell.service`);
const units: readonly string[] = ['rescue.service', 'emergency.service'];
const places = (unit: string): readonly string[] => [`/etc/systemd/system/${unit}`, `/usr/lib/systemd/system/${unit}`, `/lib/systemd/system/${unit}`];

/** Shells of the superuser that open without a password: the debug shell on the ninth console, rescue and emergency mode without `sulogin`. */
export const rescueShells = probe({
  id: 'rescueShells',
  schema: z.object({ debugShell: z.boolean(), withoutPassword: z.int() }),
  sources: [...debugShell.map((path) => `${path} (exists)`), ...units.flatMap((unit) => [...places(unit), `/etc/systemd/system/${unit}.d/*.conf`])],
  run: async (host) => {
    const open = await Promise.all(units.map(async (unit) => !asksForPassword(await linesOf(host, unit))));
    return { debugShell: await anyExists(host, debugShell), withoutPassword: open.filter(Boolean).length };
  },
});

async function linesOf(host: Host, unit: string): Promise<readonly string[]> {
  const [first = []] = await presentFiles(host, places(unit));
  return [...first, ...(await folderLines(host, `/etc/systemd/system/${unit}.d`))];
}

// The last command that is set is the one that runs; systemd-sulogin-shell starts sulogin.
function asksForPassword(lines: readonly string[]): boolean {
  const starts = lines.filter((line) => line.startsWith('ExecStart=')).filter((line) => line !== 'ExecStart=');
  return /\bsulogin\b/.test(starts.at(-1) ?? '');
}
