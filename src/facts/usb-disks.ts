import type { Host } from './host.js';
import { namesIn } from './look.js';

const drivers: readonly string[] = ['/sys/bus/usb/drivers/usb-storage', '/sys/bus/usb/drivers/uas'];
const levels: readonly RegExp[] = [/^\d+-[\d.]+:\d+\.\d+$/, /^host\d+$/, /^target[\d:]+$/, /^[\d:]+$/];

/** What `usbDisks` looks at, for the list that staff are shown. */
export const usbDiskSources: readonly string[] = drivers.map((driver) => `${driver}/*/host*/target*/*/block/* (names)`);

/** Names of the disks behind USB, found below the drivers that serve them: the kernel calls only sticks removable. */
export async function usbDisks(host: Host): Promise<readonly string[]> {
  return (await Promise.all(drivers.map((driver) => namesBelow(host, driver, levels)))).flat();
}

async function namesBelow(host: Host, folder: string, [level, ...deeper]: readonly RegExp[]): Promise<readonly string[]> {
  if (level === undefined) return namesIn(host, `${folder}/block`);
  const names = await namesIn(host, folder);
  return (await Promise.all(names.filter((name) => level.test(name)).map((name) => namesBelow(host, `${folder}/${name}`, deeper)))).flat();
}
