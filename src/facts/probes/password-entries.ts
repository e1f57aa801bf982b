import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe, unseen } from '../probe.js';

export const passwordEntries = probe({
  id: 'passwordEntries',
  schema: z.object({ empty: z.int().optional(), weakHash: z.int().optional(), withoutExpiry: z.int(), usable: z.int() }),
  sources: ['/etc/shadow (counts only; the passwords themselves are not kept)', '/etc/passwd (counts only)'],
  run: async (host) => {
    const entries = (await requiredText(host, '/etc/shadow')).split('\n').filter((line) => line.trim() !== '' && !/^[#+-]/.test(line)).map((line) => line.split(':'));
    if (entries.length === 0 || entries.some((entry) => entry.length !== 9)) throw unseen('crashed', '/etc/shadow is malformed');
    const usable = entries.filter(([, hash = '']) => hash !== '' && !/^[!*]/.test(hash));
    // A password field left empty in passwd asks for none, whatever shadow says.
    const open = (await requiredText(host, '/etc/passwd')).split('\n').filter((line) => /^[^:#+-][^:]*::/.test(line));
    return {
      empty: entries.filter(([, hash]) => hash === '').length + open.length,
      weakHash: usable.filter(([, hash = '']) => !/^\$(5|6|7|y|gy|2[aby]|sm3)\$/.test(hash)).length,
      withoutExpiry: usable.filter(([, , , , max = '']) => max === '' || Number(max) >= 99_999 || Number(max) < 0).length,
      usable: usable.length,
    };
  },
});
