import { z } from 'zod';
import { namesIn, requiredNames } from '../look.js';
import { probe } from '../probe.js';

export const camera = probe({
  id: 'camera',
  schema: z.object({ devices: z.int() }),
  sources: ['/sys/class/video4linux (names counted)'],
  run: async (host) => {
    await requiredNames(host, '/sys/class');
    return { devices: (await namesIn(host, '/sys/class/video4linux')).filter((name) => name.startsWith('video')).length };
  },
});
