import { z } from 'zod';
import { bootEntries, bootEntrySources } from '../boot-entries.js';
import { probe, unseen } from '../probe.js';

/** What the firmware tries first, and how many of its ways lead over USB or the network; titles are not kept. */
export const bootOrder = probe({
  id: 'bootOrder',
  schema: z.object({ usbFirst: z.boolean(), networkFirst: z.boolean(), usbEntries: z.int(), networkEntries: z.int() }),
  sources: bootEntrySources,
  run: async (host) => {
    const entries = await bootEntries(host);
    if (entries === undefined || entries.length === 0) throw unseen('unsupported', 'the firmware shows no order');
    if (entries.some(({ kind }) => kind === 'unknown')) throw unseen('unsupported', 'a boot entry in another script');
    const kinds = entries.map(({ kind }) => kind);
    return {
      usbFirst: kinds[0] === 'usb',
      networkFirst: kinds[0] === 'network',
      usbEntries: kinds.filter((kind) => kind === 'usb').length,
      networkEntries: kinds.filter((kind) => kind === 'network').length,
    };
  },
});
