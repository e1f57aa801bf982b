import { z } from 'zod';
import type { Host } from '../host.js';
import { requiredNames, requiredText, textOf } from '../look.js';
import { probe } from '../probe.js';
import { usbDisks, usbDiskSources } from '../usb-disks.js';

export const removableStorage = probe({
  id: 'removableStorage',
  schema: z.object({ attached: z.int(), mounted: z.int() }),
  sources: [
    ...['/sys/block/* (names counted)', '/sys/block/*/removable', '/sys/block/*/size', '/sys/block/*/device/type'],
    ...usbDiskSources,
    '/proc/mounts (lines counted)',
  ],
  run: async (host) => {
    const usb = await usbDisks(host);
    const names = (await requiredNames(host, '/sys/block')).filter((name) => /^(sd[a-z]+|mmcblk\d+|nvme\d+n\d+)$/.test(name));
    const removable = await Promise.all(names.map((name) => isRemovable(host, name, usb)));
    const attached = names.filter((_, index) => removable[index]);
    const mounts = await requiredText(host, '/proc/mounts', 2 ** 21);
    return { attached: attached.length, mounted: attached.filter((name) => mounts.includes(`/dev/${name}`)).length };
  },
});

// The kernel calls only sticks removable: a USB disk is known by its driver, a memory card by its type. A card reader without a card has no size.
async function isRemovable(host: Host, name: string, usb: readonly string[]): Promise<boolean> {
  const read = async (file: string): Promise<string> => ((await textOf(host, `/sys/block/${name}/${file}`)) ?? '').trim();
  if ((await read('size')) === '0') return false;
  if (usb.includes(name) || (await read('removable')) === '1') return true;
  return name.startsWith('mmcblk') && (await read('device/type')) === 'SD';
}
