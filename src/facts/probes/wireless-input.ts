import { z } from 'zod';
import { namesIn } from '../look.js';
import { probe } from '../probe.js';

const devices = '/sys/bus/hid/devices';
const receiver = '/sys/bus/hid/drivers/logitech-djreceiver';

/** Keyboards and mice without a wire, as far as the kernel can tell: by Bluetooth, or behind a receiver that has a driver of its own. */
export const wirelessInput = probe({
  id: 'wirelessInput',
  schema: z.object({ bluetooth: z.int(), receivers: z.int() }),
  sources: [`${devices}/* (names counted)`, `${receiver}/* (names counted)`],
  run: async (host) => {
    // BUS:MAKER:PRODUCT.NUMBER; bus 5 is Bluetooth.
    const paired = (await namesIn(host, devices)).filter((name) => /^0005:/.test(name));
    // One receiver is several devices; those of one product are counted once.
    const products = (await namesIn(host, receiver)).flatMap((name) => /^([0-9A-F]{4}:[0-9A-F]{4}:[0-9A-F]{4})\./i.exec(name)?.[1] ?? []);
    return { bluetooth: paired.length, receivers: new Set(products).size };
  },
});
