import { z } from 'zod';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { Count } from './shapes.js';

/** Of each device the number that its driver's state has; zero is a device that works. */
const States = z.array(z.int().nullable()).max(1_000);
const Devices = z.strictObject({ total: Count, cameras: States, radios: States, captures: States });
const sources: readonly string[] = ['Win32_PnPEntity / ClassGuid, Service, PNPDeviceID, ConfigManagerErrorCode (counted)'];
const switchedOff = 22;

export const camera = windowsReader({
  id: 'camera',
  sources,
  parts: { devices: Devices },
  answer: ({ devices }) => ({ devices: usable(seen(devices).cameras) }),
});

export const microphone = windowsReader({
  id: 'microphone',
  sources,
  parts: { devices: Devices },
  answer: ({ devices }) => ({ devices: usable(seen(devices).captures) }),
});

export const bluetooth = windowsReader({
  id: 'bluetooth',
  sources,
  parts: { devices: Devices },
  answer: ({ devices }) => ({ adapters: seen(devices).radios.length, enabled: usable(devices.radios) > 0 }),
});

// Every machine has devices: an empty list is no list.
function seen(devices: z.infer<typeof Devices>): z.infer<typeof Devices> {
  if (devices.total === 0) throw unseen('unsupported', 'Win32_PnPEntity');
  return devices;
}

// Whatever is not switched off by hand may be used, though it may have a fault now.
function usable(states: readonly (number | null)[]): number {
  return states.filter((state) => state !== switchedOff).length;
}
