import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const printers = probe({
  id: 'printers',
  schema: z.object({ configured: z.int(), shared: z.boolean() }),
  sources: ['/etc/cups/ppd/* (names counted)', '/etc/cups/cupsd.conf'],
  run: async (host) => {
    // CUPS does not start without this file, so its absence means that nothing is offered.
    const settings = await settingLines(host, '/etc/cups/cupsd.conf');
    const shared = settings.filter((line) => /^(Listen|SSLListen|Port|SSLPort)\s/i.test(line)).some((line) => !/localhost|127\.0\.0\.1|\[::1\]|\s\//.test(line));
    return { configured: (await namesIn(host, '/etc/cups/ppd')).filter((name) => name.endsWith('.ppd')).length, shared };
  },
});
