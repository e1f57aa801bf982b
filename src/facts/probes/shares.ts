import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, folderLines, namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

const ownFolder = '/var/lib/samba/usershares';

export const shares = probe({
  id: 'shares',
  schema: z.object({ samba: z.int(), nfs: z.int(), guestAllowed: z.boolean() }),
  sources: ['/usr/sbin/smbd (exists)', '/etc/samba/smb.conf (sections counted)', `${ownFolder}/* (counted, and whether guests may enter)`, '/etc/exports (lines counted)', '/etc/exports.d/*.exports (lines counted)'],
  run: async (host) => {
    const exports = [...(await settingLines(host, '/etc/exports')), ...(await folderLines(host, '/etc/exports.d', /\.exports$/))];
    return { ...(await sambaShares(host)), nfs: exports.length };
  },
});

// Every client has smb.conf; only the server shares anything.
async function sambaShares(host: Host): Promise<{ samba: number; guestAllowed: boolean }> {
  if (!(await exists(host, '/usr/sbin/smbd'))) return { samba: 0, guestAllowed: false };
  const lines = await settingLines(host, '/etc/samba/smb.conf');
  const sections = lines.filter((line) => /^\[.*\]$/.test(line) && !/^\[(global|printers|print\$)\]$/i.test(line)).length;
  const own = await namesIn(host, ownFolder);
  const ownLines = (await Promise.all(own.map((name) => settingLines(host, `${ownFolder}/${name}`)))).flat();
  const guestAllowed = lines.some((line) => /^(guest\s+ok|public)\s*=\s*(yes|true|1)/i.test(line)) || ownLines.some((line) => /^guest_ok\s*=\s*y/i.test(line));
  return { samba: sections + own.length, guestAllowed };
}
