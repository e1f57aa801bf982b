import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const selinux = '/sys/fs/selinux/enforce';
const apparmor = '/sys/module/apparmor/parameters/enabled';
const profiles = '/sys/kernel/security/apparmor/profiles';
const kysec = '/sys/kernel/security/kysec';
const modules = '/sys/kernel/security/lsm';

interface Access {
  readonly kind: 'apparmor' | 'selinux' | 'kysec' | 'other' | 'none';
  readonly enforcing?: boolean;
}

/** Rules of the kernel that bind even those who own a file; whether they are enforced is left out where it cannot be told. */
export const mandatoryAccess = probe({
  id: 'mandatoryAccess',
  schema: z.object({ kind: z.enum(['apparmor', 'selinux', 'kysec', 'other', 'none']), enforcing: z.boolean().optional() }),
  sources: [selinux, apparmor, `${profiles} (profiles in force counted)`, `${kysec} (exists)`, modules],
  run: async (host): Promise<Access> => {
    const [enforce, enabled] = [await flagIn(host, selinux, /^[01]$/), await flagIn(host, apparmor, /^[YN]$/)];
    const list = await textOf(host, modules);
    if (enforce !== undefined) return { kind: 'selinux', enforcing: enforce === '1' };
    if (await exists(host, kysec)) return { kind: 'kysec' };
    if (enabled === 'Y') return { kind: 'apparmor', enforcing: / \(enforce\)$/m.test((await textOf(host, profiles, 2 ** 21)) ?? '') };
    // Where the kernel does not list what it uses, nothing is proved.
    if (list === undefined || !/\bcapability\b/.test(list)) throw unseen('unsupported', modules);
    return /\b(selinux|apparmor|smack|tomoyo|kysec)\b/.test(list) ? { kind: 'other' } : { kind: 'none', enforcing: false };
  },
});

async function flagIn(host: Host, path: string, form: RegExp): Promise<string | undefined> {
  const text = (await textOf(host, path))?.trim();
  if (text !== undefined && !form.test(text)) throw unseen('crashed', '', path);
  return text;
}
