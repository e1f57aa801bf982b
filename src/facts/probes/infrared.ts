import { z } from 'zod';
import { namesIn, textOf } from '../look.js';
import { probe } from '../probe.js';

const folder = '/sys/class/rc';

export const infrared = probe({
  id: 'infrared',
  schema: z.object({ receivers: z.int() }),
  sources: [`${folder}/* (names counted)`, `${folder}/*/uevent (driver)`],
  run: async (host) => {
    const names = (await namesIn(host, folder)).filter((name) => /^rc\d+$/.test(name));
    const events = await Promise.all(names.map((name) => textOf(host, `${folder}/${name}/uevent`)));
    // The remote control of a television on the screen cable is listed here too, and sees no light.
    return { receivers: events.filter((event) => !/^(NAME=rc-cec|DRV_NAME=cec)$/m.test(event ?? '')).length };
  },
});
