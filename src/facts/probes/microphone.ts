import { z } from 'zod';
import { requiredNames, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

export const microphone = probe({
  id: 'microphone',
  schema: z.object({ devices: z.int() }),
  sources: ['/sys/class (names)', '/proc/asound/pcm (capture lines counted)'],
  run: async (host) => {
    await requiredNames(host, '/sys/class');
    // The list is there as soon as the kernel has any sound device at all.
    const lines = ((await textOf(host, '/proc/asound/pcm')) ?? '').split('\n').filter((line) => line.trim() !== '');
    if (lines.some((line) => !/^\d+-\d+:/.test(line))) throw unseen('crashed', '/proc/asound/pcm is malformed');
    return { devices: lines.filter((line) => /\bcapture\b/.test(line)).length };
  },
});
