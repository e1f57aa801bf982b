import { z } from 'zod';
import { requiredNames, requiredText, textOf } from '../look.js';
import { probe } from '../probe.js';

export const removableStorage = probe({
  id: 'removableStorage',
  schema: z.object({ attached: z.int(), mounted: z.int() }),
  sources: ['/sys/block/*/removable', '/sys/block/*/size', '/sys/block/*/device/../../.. (USB path of the link is not followed)', '/proc/mounts (counted)'],
  run: async (host) => {
    const names = (await requiredNames(host, '/sys/block')).filter((name) => /^(sd|mmcblk|nvme)/.test(name));
    const removable = await Promise.all(names.map(async (name) => (await textOf(host, `/sys/block/${name}/removable`))?.trim() === '1' && (await textOf(host, `/sys/block/${name}/size`))?.trim() !== '0'));
    const attached = names.filter((_, index) => removable[index]);
    const mounts = await requiredText(host, '/proc/mounts');
    return { attached: attached.length, mounted: attached.filter((name) => mounts.includes(`/dev/${name}`)).length };
  },
});
