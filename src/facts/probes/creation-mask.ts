import { z } from 'zod';
import { lastValue, requiredText, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const creationMask = probe({
  id: 'creationMask',
  schema: z.object({ othersMayWrite: z.boolean(), othersMayRead: z.boolean() }),
  sources: ['/etc/login.defs (UMASK)'],
  run: async (host) => {
    await requiredText(host, '/etc/login.defs');
    const mask = Number.parseInt(lastValue(await settingLines(host, '/etc/login.defs'), 'UMASK') ?? '022', 8);
    return { othersMayWrite: (mask & 0o002) === 0, othersMayRead: (mask & 0o004) === 0 };
  },
});
