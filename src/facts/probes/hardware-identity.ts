import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayFrom, requiredNames, statOf, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Serial numbers only as a short digest: enough to see that a disk was exchanged, useless to anybody else. */
export const hardwareIdentity = probe({
  id: 'hardwareIdentity',
  schema: z.object({ disks: z.int(), serialsRead: z.int(), digest: z.string(), installed: z.string() }),
  sources: ['systeminformation diskLayout (serial numbers, digest only)', '/sys/block (names counted)', '/etc/machine-id (digest only)', '/etc/machine-id (modification day)'],
  run: async (host) => {
    const names = (await requiredNames(host, '/sys/block')).filter((name) => /^(sd|vd|nvme|mmcblk|hd|xvd)/.test(name));
    const look = await host.system('diskLayout');
    const answer = look.kind === 'answer' && Array.isArray(look.value) ? (look.value as { serialNum?: string }[]) : [];
    const serials = answer.map((disk) => disk.serialNum ?? '').filter((serial) => serial !== '').sort();
    // An empty answer of that library proves nothing; the kernel's own list says how many disks there are.
    if (names.length === 0) throw unseen('unsupported', '/sys/block');
    const identity = await statOf(host, '/etc/machine-id');
    if (identity === undefined) throw unseen('not-found', '/etc/machine-id');
    const digest = createHash('sha256').update(JSON.stringify([serials, await textOf(host, '/etc/machine-id')])).digest('hex').slice(0, 12);
    return { disks: names.length, serialsRead: serials.length, digest, installed: dayFrom(identity.mtimeMs) };
  },
});
