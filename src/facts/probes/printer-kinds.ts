import { z } from 'zod';
import { settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

const file = '/etc/cups/printers.conf';
const kinds: Readonly<Record<'network' | 'local', RegExp>> = {
  network: /^(socket|ipps?|https?|lpd|smb|dnssd|implicitclass|beh|snmp):|^hp(fax)?:\/net\//i,
  local: /^(usb|parallel|serial|scsi|file|cups-pdf|ippusb):|^hp(fax)?:\/(usb|par)\/|^(ipps?|https?):\/\/(localhost|127\.|\[::1\])/i,
};

/** How the printers that are set up are reached; their names and addresses are not kept. */
export const printerKinds = probe({
  id: 'printerKinds',
  schema: z.object({ network: z.int(), local: z.int() }),
  sources: [`${file} (kinds of connection counted)`],
  run: async (host) => {
    const lines = await settingLines(host, file);
    if (lines.some((line) => !/^(<\/?(Default)?Printer\b|[A-Z][A-Za-z-]*(\s|$))/.test(line))) throw unseen('crashed', `${file} is malformed`);
    const found = lines.flatMap((line) => /^DeviceURI\s+(\S+)/i.exec(line)?.[1] ?? []).map(kindOf);
    // A way of its own that a maker invented may lead anywhere.
    if (found.includes(undefined)) throw unseen('unsupported', `${file} names an unknown kind of connection`);
    return { network: found.filter((kind) => kind === 'network').length, local: found.filter((kind) => kind === 'local').length };
  },
});

function kindOf(address: string): 'network' | 'local' | undefined {
  if (kinds.local.test(address)) return 'local';
  return kinds.network.test(address) ? 'network' : undefined;
}
