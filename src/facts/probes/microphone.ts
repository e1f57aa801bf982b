import { z } from 'zod';
import { requiredNames, textOf } from '../look.js';
import { probe } from '../probe.js';

export const microphone = probe({
  id: 'microphone',
  schema: z.object({ devices: z.int() }),
  sources: ['/proc/asound/pcm (capture lines counted)', '/sys/class (listed)'],
  run: async (host) => {
    await requiredNames(host, '/sys/class');
    const devices = ((await textOf(host, '/proc/asound/pcm')) ?? '').split('\n').filter((line) => line.includes('capture')).length;
    return { devices };
  },
});
