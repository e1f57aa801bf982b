import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe } from '../probe.js';

export const passwordEntries = probe({
  id: 'passwordEntries',
  schema: z.object({ empty: z.int(), weakHash: z.int(), withoutExpiry: z.int(), usable: z.int() }),
  sources: ['/etc/shadow (counts only; the passwords themselves are not kept)'],
  run: async (host) => {
    const entries = (await requiredText(host, '/etc/shadow')).split('\n').filter((line) => line.includes(':')).map((line) => line.split(':'));
    const usable = entries.filter(([, hash = '']) => hash !== '' && !/^[!*]/.test(hash));
    return {
      empty: entries.filter(([, hash = '']) => hash === '').length,
      weakHash: usable.filter(([, hash = '']) => !/^\$(5|6|7|y|gy|2[aby]|sm3)\$/.test(hash)).length,
      withoutExpiry: usable.filter(([, , , , max = '']) => max === '' || Number(max) >= 99_999).length,
      usable: usable.length,
    };
  },
});
