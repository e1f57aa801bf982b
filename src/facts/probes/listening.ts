import { z } from 'zod';
import type { Host } from '../host.js';
import { textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Ports that other machines can reach: numbers only. */
export const listening = probe({
  id: 'listening',
  schema: z.object({ total: z.int(), reachable: z.array(z.object({ port: z.int(), protocol: z.enum(['tcp', 'udp']) })) }),
  sources: ['/proc/net/tcp', '/proc/net/tcp6', '/proc/net/udp', '/proc/net/udp6'],
  run: async (host) => {
    const tcp = [...(await sockets(host, 'tcp', listen)), ...(await sockets(host, 'tcp6', listen))];
    const udp = [...(await sockets(host, 'udp', unconnected)), ...(await sockets(host, 'udp6', unconnected))];
    const reachable = (list: readonly Socket[], protocol: 'tcp' | 'udp'): { port: number; protocol: 'tcp' | 'udp' }[] =>
      [...new Set(list.filter((socket) => !socket.local).map((socket) => socket.port))].sort((left, right) => left - right).map((port) => ({ port, protocol }));
    return { total: tcp.length + udp.length, reachable: [...reachable(tcp, 'tcp'), ...reachable(udp, 'udp')] };
  },
});

// States as the kernel numbers them.
const listen = '0A';
const unconnected = '07';
const tableBytes = 8 * 1024 * 1024;

interface Socket {
  readonly port: number;
  readonly local: boolean;
}

async function sockets(host: Host, table: 'tcp' | 'tcp6' | 'udp' | 'udp6', state: string): Promise<readonly Socket[]> {
  const path = `/proc/net/${table}`;
  const text = await textOf(host, path, tableBytes);
  // Only the tables of IPv6 may be missing: it can be switched off.
  if (text === undefined && table.endsWith('6')) return [];
  if (text === undefined || !text.trimStart().startsWith('sl')) throw unseen('not-found', path);
  const rows = text.split('\n').slice(1).filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/));
  return rows.filter((fields) => fields[3] === state).map(([, address = '']) => {
    const [ip = '', port = ''] = address.split(':');
    return { port: Number.parseInt(port, 16), local: isLoopback(ip) };
  });
}

// Addresses are in machine byte order: 127.x is the last byte of IPv4, ::1 and ::ffff:127.x of IPv6.
function isLoopback(ip: string): boolean {
  return ip.length === 8 ? ip.endsWith('7F') : ip === '00000000000000000000000001000000' || /^0{16}FFFF0000.{6}7F$/.test(ip);
}
