import { z } from 'zod';
import { bootEntries, bootEntrySources } from '../boot-entries.js';
import type { Host } from '../host.js';
import { lastValue, settingLines, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Folders of the firmware's own programs, and the one that any stick may use. */
const tools: readonly string[] = ['boot', 'tools', 'dell', 'hp', 'lenovo'];
const menus: readonly string[] = ['/boot/grub/grub.cfg', '/boot/grub2/grub.cfg'];

/** Other systems that this machine can start, in which none of its rules hold; they are counted, not named. */
export const otherSystems = probe({
  id: 'otherSystems',
  schema: z.object({ installed: z.int() }),
  sources: [...menus.map((path) => `${path} (entries counted)`), '/etc/default/grub', ...bootEntrySources],
  run: async (host) => {
    const inMenu = await foundForMenu(host);
    const entries = await bootEntries(host);
    const systems = new Set(entries?.flatMap(({ system }) => (system === undefined || tools.includes(system) ? [] : [system])));
    const inFirmware = Math.max(0, systems.size - 1);
    // A menu for which nobody looked says nothing, and older firmware keeps no list.
    if (inMenu === undefined && entries === undefined) throw unseen('unsupported', 'the boot menu is made without a search');
    return { installed: Math.max(inMenu ?? 0, inFirmware) };
  },
});

// Newer menus are made without a search for other systems unless that is asked for.
async function foundForMenu(host: Host): Promise<number | undefined> {
  const texts = (await Promise.all(menus.map((path) => textOf(host, path, 2 ** 21)))).filter((text) => text !== undefined);
  const found = texts.reduce((sum, text) => sum + (text.match(/^menuentry .*\bosprober-/gm)?.length ?? 0), 0);
  const written = lastValue(await settingLines(host, '/etc/default/grub'), 'GRUB_DISABLE_OS_PROBER')?.replaceAll(/["']/g, '');
  return found > 0 || (written === 'false' && texts.length > 0) ? found : undefined;
}
