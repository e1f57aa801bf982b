import { z } from 'zod';
import { kernelNumber } from '../kernel-number.js';
import { exists } from '../look.js';
import { probe } from '../probe.js';

const scope = 'kernel/yama/ptrace_scope';

/** What the kernel tells everybody about itself, and whether one program may look into another of the same person. */
export const kernelSecrets = probe({
  id: 'kernelSecrets',
  schema: z.object({ kernelLogOpen: z.boolean(), pointersShown: z.boolean(), tracingOpen: z.boolean() }),
  sources: ['kernel/dmesg_restrict', 'kernel/kptr_restrict', scope].map((key) => `/proc/sys/${key}`),
  run: async (host) => ({
    kernelLogOpen: (await kernelNumber(host, 'kernel/dmesg_restrict')) === 0,
    pointersShown: (await kernelNumber(host, 'kernel/kptr_restrict')) === 0,
    // A kernel without this rule restricts nobody.
    tracingOpen: (await exists(host, `/proc/sys/${scope}`)) ? (await kernelNumber(host, scope)) === 0 : true,
  }),
});
