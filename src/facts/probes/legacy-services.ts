import { z } from 'zod';
import { countExisting } from '../look.js';
import { probe } from '../probe.js';

const programs: readonly string[] = [
  'in.telnetd', 'telnetd', 'in.rshd', 'in.rlogind', 'in.tftpd', 'atftpd', 'xinetd', 'inetd', 'inetutils-inetd', 'ypserv', 'in.ftpd', 'ftpd', 'vsftpd', 'proftpd', 'pure-ftpd',
].map((name) => `/usr/sbin/${name}`);

export const legacyServices = probe({
  id: 'legacyServices',
  schema: z.object({ present: z.int() }),
  sources: programs.map((path) => `${path} (exists)`),
  run: async (host) => ({ present: await countExisting(host, programs) }),
});
