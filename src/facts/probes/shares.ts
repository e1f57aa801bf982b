import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const shares = probe({
  id: 'shares',
  schema: z.object({ samba: z.int(), nfs: z.int(), guestAllowed: z.boolean() }),
  sources: ['/etc/samba/smb.conf (sections counted)', '/etc/exports (lines counted)', '/etc/exports.d/*.exports', '/var/lib/samba/usershares (names counted)'],
  run: async (host) => {
    const samba = await settingLines(host, '/etc/samba/smb.conf');
    const sections = samba.filter((line) => /^\[.*\]$/.test(line) && !/^\[(global|printers|print\$|homes)\]$/i.test(line)).length;
    const own = (await namesIn(host, '/var/lib/samba/usershares')).length;
    const drops = (await namesIn(host, '/etc/exports.d')).filter((name) => name.endsWith('.exports'));
    const exports = (await Promise.all(['/etc/exports', ...drops.map((name) => `/etc/exports.d/${name}`)].map((path) => settingLines(host, path)))).flat();
    return { samba: sections + own, nfs: exports.length, guestAllowed: samba.some((line) => /^(guest ok|public)\s*=\s*(yes|true|1)/i.test(line)) };
  },
});
