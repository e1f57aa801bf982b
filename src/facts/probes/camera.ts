import { z } from 'zod';
import { namesIn, textOf } from '../look.js';
import { probe } from '../probe.js';

export const camera = probe({
  id: 'camera',
  schema: z.object({ devices: z.int() }),
  sources: ['/sys/class/video4linux/* (names counted)', '/sys/class/video4linux/*/index'],
  run: async (host) => {
    const names = (await namesIn(host, '/sys/class/video4linux')).filter((name) => name.startsWith('video'));
    const places = await Promise.all(names.map((name) => textOf(host, `/sys/class/video4linux/${name}/index`)));
    // One camera may have several nodes; the first has index 0.
    return { devices: places.filter((place) => (place ?? '0').trim() === '0').length };
  },
});
