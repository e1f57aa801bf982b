import type { Host } from './host.js';
import { requiredText } from './look.js';
import { unseen } from './probe.js';

/** A number below /proc/sys; an empty or odd text is not zero. */
export async function kernelNumber(host: Host, key: string): Promise<number> {
  const text = (await requiredText(host, `/proc/sys/${key}`)).trim();
  if (!/^-?\d{1,10}$/.test(text)) throw unseen('crashed', `/proc/sys/${key} is not a number`);
  return Number(text);
}
