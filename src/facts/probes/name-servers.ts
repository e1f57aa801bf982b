import { z } from 'zod';
import { folderLines, settingLines } from '../look.js';
import { probe } from '../probe.js';
import { publicAmong } from '../public-name-servers.js';

/** Servers that turn names into addresses, and how many of them are well-known ones on the internet; the addresses are not kept. */
export const nameServers = probe({
  id: 'nameServers',
  schema: z.object({ configured: z.int(), public: z.int() }),
  sources: ['/etc/resolv.conf', '/etc/systemd/resolved.conf', '/etc/systemd/resolved.conf.d/*.conf'].map((path) => `${path} (servers counted)`),
  run: async (host) => {
    const resolver = (await settingLines(host, '/etc/resolv.conf')).flatMap((line) => /^nameserver\s+(\S+)/.exec(line)?.[1] ?? []);
    const service = [...(await settingLines(host, '/etc/systemd/resolved.conf')), ...(await folderLines(host, '/etc/systemd/resolved.conf.d'))].flatMap((line) => /^(?:Fallback)?DNS=(.*)$/.exec(line)?.[1]?.split(/\s+/) ?? []);
    // The resolver on this machine only hands on.
    const servers = new Set([...resolver, ...service].map((server) => server.replace(/[#%].*$/, '')).filter((server) => server !== '' && !server.startsWith('127.') && server !== '::1'));
    return { configured: servers.size, public: publicAmong(servers) };
  },
});
