import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, pastDay, requiredNames, statOf, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const diskFiles: readonly string[] = ['serial', 'device/serial', 'device/wwid'];

/** What the book of computers says of this machine, as digests: enough to find its row and to see a difference. Asked for only to check the books, never kept. */
export const ledgerIdentity = probe({
  id: 'ledgerIdentity',
  schema: z.object({ serialDigests: z.array(z.string()), adapterDigests: z.array(z.string()), addressDigests: z.array(z.string()).optional(), installed: z.string() }),
  sources: [
    ...['/sys/block/* (names counted)', ...diskFiles.map((file) => `/sys/block/*/${file} (digest only)`)],
    ...['/sys/class/net/* (names counted)', '/sys/class/net/*/device (exists)', '/sys/class/net/*/address (digest only)', '/proc/net/fib_trie (digest only)', '/etc/machine-id (modification day)'],
  ],
  run: async (host) => {
    const identity = await statOf(host, '/etc/machine-id');
    if (identity === undefined) throw unseen('not-found', '/etc/machine-id');
    const serials = await Promise.all((await requiredNames(host, '/sys/block')).map((disk) => serialOf(host, disk)));
    const addresses = await Promise.all((await requiredNames(host, '/sys/class/net')).map((name) => addressOf(host, name)));
    return { serialDigests: digests(serials), adapterDigests: digests(addresses), ...(await ownAddresses(host)), installed: pastDay(host, identity.mtimeMs, '/etc/machine-id') };
  },
});

async function serialOf(host: Host, disk: string): Promise<string> {
  for (const file of diskFiles) {
    const text = (await textOf(host, `/sys/block/${disk}/${file}`))?.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}

// Bridges and loopback have addresses of their own making.
async function addressOf(host: Host, name: string): Promise<string> {
  if (!(await exists(host, `/sys/class/net/${name}/device`))) return '';
  return (await textOf(host, `/sys/class/net/${name}/address`))?.trim() ?? '';
}

// The kernel's table of routes marks the addresses that are its own; without a network it has none.
async function ownAddresses(host: Host): Promise<{ addressDigests?: string[] }> {
  const table = await textOf(host, '/proc/net/fib_trie', 2 ** 21);
  if (table === undefined) return {};
  const own = [...table.matchAll(/\|-- (\d+\.\d+\.\d+\.\d+)\n\s+\/32 host LOCAL/g)].flatMap(([, address = '']) => (address.startsWith('127.') ? [] : (addressDigest(address) ?? [])));
  return { addressDigests: [...new Set(own)].toSorted() };
}

function digests(numbers: readonly string[]): string[] {
  return numbers.filter((number) => number !== '').map(numberDigest).toSorted();
}

/** An IPv4 address, digested; undefined for anything else, such as the word that it is lent. */
export function addressDigest(text: string): string | undefined {
  const parts = /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\s*$/.exec(text)?.slice(1).map(Number);
  return parts === undefined ? undefined : createHash('sha256').update(parts.join('.')).digest('hex').slice(0, 16);
}

/** Letters and digits of a number in capitals, digested: the form in which book and machine are compared. */
export function numberDigest(text: string): string {
  return createHash('sha256').update(text.toUpperCase().replace(/[^0-9A-Z]/g, '')).digest('hex').slice(0, 16);
}
