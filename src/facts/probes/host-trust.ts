import { z } from 'zod';
import { countExisting } from '../look.js';
import { probe } from '../probe.js';

const files: readonly string[] = ['/etc/hosts.equiv', '/etc/shosts.equiv', '/etc/ssh/shosts.equiv'];

/** Files that let users of other machines in without a password. */
export const hostTrust = probe({
  id: 'hostTrust',
  schema: z.object({ files: z.int() }),
  sources: files.map((path) => `${path} (exists)`),
  run: async (host) => ({ files: await countExisting(host, files) }),
});
