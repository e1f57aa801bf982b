import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Which ciphers for disks the kernel uses now: the national one, or another. */
export const diskCipher = probe({
  id: 'diskCipher',
  schema: z.object({ sm4: z.boolean(), other: z.boolean() }),
  sources: ['/proc/crypto (ciphers in use)'],
  run: async (host) => {
    const text = await requiredText(host, '/proc/crypto', 2 ** 21);
    const entries = text.split(/\n\s*\n/).map((entry) => ({ name: /^name\s*:\s*(\S+)$/m.exec(entry)?.[1], uses: Number(/^refcnt\s*:\s*(\d+)$/m.exec(entry)?.[1]) }));
    if (!entries.some(({ name }) => name !== undefined)) throw unseen('crashed', '/proc/crypto is malformed');
    // A cipher that is only known has one use, that of being known.
    const used = entries.filter(({ uses }) => uses > 1).flatMap(({ name }) => /^(?:xts|cbc|lrw|adiantum)\((\w+)/.exec(name ?? '')?.[1] ?? []);
    if (used.length === 0) throw unseen('not-found', 'no cipher for disks in use', '/proc/crypto');
    return { sm4: used.includes('sm4'), other: used.some((cipher) => cipher !== 'sm4') };
  },
});
