import { z } from 'zod';
import { requiredText, textOf } from '../look.js';
import { probe } from '../probe.js';

/** Ports that other machines can reach: numbers only. */
export const listening = probe({
  id: 'listening',
  schema: z.object({ total: z.int(), reachable: z.array(z.object({ port: z.int(), protocol: z.enum(['tcp', 'udp']) })) }),
  sources: ['/proc/net/tcp', '/proc/net/tcp6', '/proc/net/udp', '/proc/net/udp6'],
  run: async (host) => {
    const tcp = [...sockets(await requiredText(host, '/proc/net/tcp'), '0A'), ...sockets((await textOf(host, '/proc/net/tcp6')) ?? '', '0A')];
    const udp = [...sockets(await requiredText(host, '/proc/net/udp'), '07'), ...sockets((await textOf(host, '/proc/net/udp6')) ?? '', '07')];
    const reachable = (list: readonly Socket[], protocol: 'tcp' | 'udp'): { port: number; protocol: 'tcp' | 'udp' }[] =>
      [...new Set(list.filter((socket) => !socket.local).map((socket) => socket.port))].sort((left, right) => left - right).map((port) => ({ port, protocol }));
    return { total: tcp.length + udp.length, reachable: [...reachable(tcp, 'tcp'), ...reachable(udp, 'udp')] };
  },
});

interface Socket {
  readonly port: number;
  readonly local: boolean;
}

function sockets(table: string, state: string): Socket[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === state)
    .map(([, address = '']) => {
      const [ip = '', port = '0'] = address.split(':');
      return { port: Number.parseInt(port, 16), local: isLoopback(ip) };
    });
}

// Addresses are in machine byte order: 127.x is the last byte of IPv4, ::1 and ::ffff:127.x of IPv6.
function isLoopback(ip: string): boolean {
  return ip.length === 8 ? ip.endsWith('7F') : ip === '00000000000000000000000001000000' || /^0{16}FFFF0000.{6}7F$/.test(ip);
}
