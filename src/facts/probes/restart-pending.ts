import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, namesIn, requiredText } from '../look.js';
import { probe, unseen } from '../probe.js';

const flag = '/run/reboot-required';
/** Who raises the flag when an update asks for a restart. */
const raisers: readonly string[] = ['/usr/share/update-notifier/notify-reboot-required', '/etc/kernel/postinst.d/unattended-upgrades'];

export const restartPending = probe({
  id: 'restartPending',
  schema: z.object({ needed: z.boolean() }),
  sources: [...[flag, ...raisers].map((path) => `${path} (exists)`), '/boot/* (names of kernels compared)', '/proc/sys/kernel/osrelease'],
  run: async (host) => {
    const raised = await anyExists(host, [flag]);
    const watched = await anyExists(host, raisers);
    const newer = await hasNewerKernel(host);
    // Without anybody to raise the flag its absence tells nothing.
    if (!raised && !newer && !watched) throw unseen('unsupported', flag);
    return { needed: raised || newer };
  },
});

async function hasNewerKernel(host: Host): Promise<boolean> {
  const running = numbersIn((await requiredText(host, '/proc/sys/kernel/osrelease')).trim());
  if (running.length === 0) throw unseen('crashed', '', '/proc/sys/kernel/osrelease');
  const installed = (await namesIn(host, '/boot')).flatMap((name) => /^vmlinuz-(\d.*)$/.exec(name)?.[1] ?? []);
  return installed.some((name) => isNewer(numbersIn(name), running));
}

// Version and build, without what makers append.
function numbersIn(release: string): readonly number[] {
  return (/^\d+(?:[.-]\d+)*/.exec(release)?.[0] ?? '').split(/[.-]/).filter((part) => part !== '').map(Number);
}

function isNewer(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((part, at) => part !== (other[at] ?? 0));
  return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0);
}
