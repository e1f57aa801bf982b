import { z } from 'zod';
import { exists, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

export const bootProtection = probe({
  id: 'bootProtection',
  schema: z.object({ password: z.boolean(), firmware: z.enum(['uefi', 'bios']), secureBoot: z.boolean() }),
  sources: ['/boot/grub/grub.cfg', '/boot/grub2/grub.cfg', '/boot/grub2/user.cfg', '/etc/grub.d (names)', '/sys/firmware/efi (exists)', '/sys/firmware/efi/efivars/SecureBoot-* (one byte)'],
  run: async (host) => {
    const texts = await Promise.all(['/boot/grub/grub.cfg', '/boot/grub2/grub.cfg', '/boot/grub2/user.cfg'].map((path) => textOf(host, path)));
    const config = texts.flatMap((text) => (text === undefined ? [] : [text]));
    if (config.length === 0) throw unseen('not-found', 'grub.cfg');
    const uefi = await exists(host, '/sys/firmware/efi');
    const variable = await textOf(host, '/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c');
    return { password: config.some((text) => /password_pbkdf2|GRUB2_PASSWORD/.test(text)), firmware: uefi ? ('uefi' as const) : ('bios' as const), secureBoot: variable?.charCodeAt(4) === 1 };
  },
});
