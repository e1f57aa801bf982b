import { z } from 'zod';
import { statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Path and the loosest mode that is still in order. */
const limits: readonly (readonly [string, number])[] = [
  ['/etc/passwd', 0o644], ['/etc/group', 0o644], ['/etc/shadow', 0o640], ['/etc/gshadow', 0o640], ['/etc/shadow-', 0o640], ['/etc/sudoers', 0o640], ['/etc/ssh/sshd_config', 0o644],
  ['/etc/crontab', 0o644], ['/etc/fstab', 0o644], ['/etc/hosts', 0o644], ['/etc/profile', 0o644], ['/boot/grub/grub.cfg', 0o644], ['/etc/cron.d', 0o755], ['/etc/cron.daily', 0o755],
];

export const filePermissions = probe({
  id: 'filePermissions',
  schema: z.object({ checked: z.int(), tooOpen: z.int(), foreignOwner: z.int() }),
  sources: limits.map(([path]) => `${path} (mode and owner)`),
  run: async (host) => {
    const stats = await Promise.all(limits.map(async ([path, limit]) => ({ stat: await statOf(host, path), limit })));
    const present = stats.flatMap(({ stat, limit }) => (stat === undefined || stat.type === 'link' ? [] : [{ stat, limit }]));
    if (present.length === 0) throw unseen('not-found', '/etc');
    return { checked: present.length, tooOpen: present.filter(({ stat, limit }) => (stat.mode & 0o777 & ~limit) !== 0).length, foreignOwner: present.filter(({ stat }) => stat.uid !== 0).length };
  },
});
