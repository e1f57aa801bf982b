import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, namesIn, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const usual: readonly string[] = ['/boot/grub/grub.cfg', '/boot/grub2/grub.cfg'];
const vendors: readonly string[] = ['openEuler', 'kylin', 'uos', 'centos', 'redhat', 'fedora'];
const efi: readonly string[] = vendors.map((vendor) => `/boot/efi/EFI/${vendor}/grub.cfg`);
const variables = '/sys/firmware/efi/efivars';
const secureBootVariable = 'SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';

export const bootProtection = probe({
  id: 'bootProtection',
  schema: z.object({ password: z.boolean().optional(), firmware: z.enum(['uefi', 'bios']), secureBoot: z.boolean().optional() }),
  sources: [
    ...[...usual, ...efi].flatMap((path) => [path, path.replace('grub.cfg', 'user.cfg')]),
    ...['/sys/firmware/efi (exists)', `${variables}/* (names counted)`, `${variables}/${secureBootVariable} (one byte)`],
  ],
  run: async (host) => {
    const menus = (await presentMenus(host, usual)) ?? (await presentMenus(host, efi));
    if (menus === undefined) throw unseen('not-found', 'grub.cfg');
    const firmware = (await exists(host, '/sys/firmware/efi')) ? ('uefi' as const) : ('bios' as const);
    const secureBoot = firmware === 'uefi' ? await secureBootState(host) : undefined;
    return { password: menus.some(({ menu, user }) => hasPassword(menu, user)), firmware, ...(secureBoot === undefined ? {} : { secureBoot }) };
  },
});

interface Menu {
  readonly menu: string;
  readonly user: string;
}

async function presentMenus(host: Host, paths: readonly string[]): Promise<readonly Menu[] | undefined> {
  const menus = await Promise.all(paths.map(async (path) => ({ menu: await textOf(host, path, 2 ** 21), user: (await textOf(host, path.replace('grub.cfg', 'user.cfg'))) ?? '' })));
  const present = menus.flatMap(({ menu, user }) => (menu === undefined ? [] : [{ menu, user }]));
  return present.length === 0 ? undefined : present;
}

// The rpm family's menu always names the variable GRUB2_PASSWORD; only user.cfg gives it a value.
function hasPassword(menu: string, user: string): boolean {
  const written = /^\s*set superusers=/m.test(menu) && /^\s*password(_pbkdf2)?\s+\S+\s+[^\s$]/m.test(menu);
  return written || (/\$\{?GRUB2_PASSWORD/.test(menu) && /^GRUB2_PASSWORD=\S/m.test(user));
}

// Undefined where the firmware's variables are not shown; where they are and this one is missing, the firmware cannot do it.
async function secureBootState(host: Host): Promise<boolean | undefined> {
  const names = await namesIn(host, variables);
  if (names.length === 0) return undefined;
  const look = await host.readFile(`${variables}/${secureBootVariable}`, 16);
  if (look.kind === 'absent') return false;
  return look.kind === 'text' && look.text.length === 5 ? look.text.charCodeAt(4) === 1 : undefined;
}
