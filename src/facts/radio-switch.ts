import type { Host } from './host.js';
import { namesIn, textOf } from './look.js';

/** True when every radio switch of this type is off, and there is at least one. */
export async function allBlocked(host: Host, type: 'wlan' | 'bluetooth'): Promise<boolean> {
  const names = await namesIn(host, '/sys/class/rfkill');
  const switches = await Promise.all(names.map(async (name) => ({ type: await value(host, name, 'type'), off: (await value(host, name, 'soft')) === '1' || (await value(host, name, 'hard')) === '1' })));
  const own = switches.filter((each) => each.type === type);
  return own.length > 0 && own.every((each) => each.off);
}

async function value(host: Host, name: string, key: string): Promise<string | undefined> {
  return (await textOf(host, `/sys/class/rfkill/${name}/${key}`))?.trim();
}
