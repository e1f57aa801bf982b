import { z } from 'zod';
import { countExisting } from '../look.js';
import { probe } from '../probe.js';

const programs: readonly string[] = ['/usr/sbin/in.telnetd', '/usr/sbin/telnetd', '/usr/sbin/in.rshd', '/usr/sbin/in.rlogind', '/usr/sbin/in.tftpd', '/usr/sbin/xinetd', '/usr/sbin/inetd', '/usr/sbin/ypserv', '/usr/sbin/vsftpd', '/usr/sbin/proftpd'];

export const legacyServices = probe({
  id: 'legacyServices',
  schema: z.object({ present: z.int() }),
  sources: programs.map((path) => `${path} (exists)`),
  run: async (host) => ({ present: await countExisting(host, programs) }),
});
