import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const printers = probe({
  id: 'printers',
  schema: z.object({ configured: z.int(), shared: z.boolean() }),
  sources: ['/etc/cups/ppd (names counted)', '/etc/cups/cupsd.conf'],
  run: async (host) => {
    const settings = await settingLines(host, '/etc/cups/cupsd.conf');
    const listens = settings.filter((line) => /^(Listen|Port)\s/i.test(line)).some((line) => !/localhost|127\.0\.0\.1|\[::1\]|\.sock/.test(line));
    return { configured: (await namesIn(host, '/etc/cups/ppd')).filter((name) => name.endsWith('.ppd')).length, shared: listens };
  },
});
