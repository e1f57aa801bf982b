import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Host } from '../host.js';
import { pastDay, requiredNames, requiredText, statOf, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';
import { usbDisks, usbDiskSources } from '../usb-disks.js';

const numberFiles: readonly string[] = ['serial', 'device/serial', 'device/wwid'];

/** Serial numbers only as a short digest: enough to see that a disk was exchanged, useless to anybody else. */
export const hardwareIdentity = probe({
  id: 'hardwareIdentity',
  schema: z.object({ disks: z.int(), serialsRead: z.int(), digest: z.string(), installed: z.string() }),
  sources: [
    ...['/sys/block/* (names counted)', '/sys/block/*/removable', ...usbDiskSources, ...numberFiles.map((file) => `/sys/block/*/${file} (digest only)`)],
    ...['systeminformation diskLayout (digest only)', '/etc/machine-id (digest only)', '/etc/machine-id (modification day)'],
  ],
  run: async (host) => {
    const names = (await requiredNames(host, '/sys/block')).filter((name) => /^((sd|vd|hd|xvd)[a-z]+|nvme\d+n\d+|mmcblk\d+)$/.test(name));
    const flags = await Promise.all(names.map((name) => textOf(host, `/sys/block/${name}/removable`)));
    const usb = await usbDisks(host);
    const disks = names.filter((name, index) => flags[index]?.trim() !== '1' && !usb.includes(name));
    if (disks.length === 0) throw unseen('unsupported', '/sys/block');
    const serials = await serialsOf(host, disks);
    const identity = await statOf(host, '/etc/machine-id');
    if (identity === undefined) throw unseen('not-found', '/etc/machine-id');
    const digest = createHash('sha256').update(JSON.stringify([serials, await requiredText(host, '/etc/machine-id')])).digest('hex').slice(0, 12);
    return { disks: disks.length, serialsRead: serials.length, digest, installed: pastDay(host, identity.mtimeMs, '/etc/machine-id') };
  },
});

async function serialsOf(host: Host, disks: readonly string[]): Promise<readonly string[]> {
  const own = await Promise.all(disks.map((disk) => numberOf(host, disk)));
  const known = own.filter((serial) => serial !== '');
  // The library costs a child of its own and fails open: it is asked only where the kernel shows less, and its empty answer counts for nothing.
  return (known.length === disks.length ? known : longer(known, await asked(host))).toSorted();
}

async function numberOf(host: Host, disk: string): Promise<string> {
  for (const file of numberFiles) {
    const look = await host.readFile(`/sys/block/${disk}/${file}`, 512);
    if (look.kind === 'text' && look.text.trim() !== '') return look.text.trim();
  }
  return '';
}

async function asked(host: Host): Promise<readonly string[]> {
  const look = await host.system('diskLayout');
  const answer = look.kind === 'answer' && Array.isArray(look.value) ? (look.value as { serialNum?: unknown }[]) : [];
  return answer.map((disk) => (typeof disk.serialNum === 'string' ? disk.serialNum : '')).filter((serial) => serial !== '');
}

function longer(one: readonly string[], other: readonly string[]): readonly string[] {
  return other.length > one.length ? other : one;
}
