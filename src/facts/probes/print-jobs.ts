import { z } from 'zod';
import { lastValue, namesIn, textOf, significant } from '../look.js';
import { probe } from '../probe.js';

/** Documents that the print service still holds: counted by their place in the spool, never opened. */
export const printJobs = probe({
  id: 'printJobs',
  schema: z.object({ kept: z.int(), preserved: z.boolean() }),
  sources: ['/var/spool/cups/* (names counted)', '/etc/cups/cupsd.conf'],
  run: async (host) => {
    const kept = (await namesIn(host, '/var/spool/cups')).filter((name) => /^d\d{5,}-\d{3}$/.test(name)).length;
    const text = await textOf(host, '/etc/cups/cupsd.conf');
    // Without its file the service does not start.
    if (text === undefined) return { kept, preserved: false };
    const lines = significant(text);
    return { kept, preserved: isKept(lastValue(lines, 'PreserveJobHistory') ?? 'yes') && isKept(lastValue(lines, 'PreserveJobFiles') ?? '86400') };
  },
});

// Yes, or for how long; nothing written means the history for good and the files for a day.
function isKept(value: string): boolean {
  return !/^(no|off|false|disabled|0+)\b/i.test(value);
}
