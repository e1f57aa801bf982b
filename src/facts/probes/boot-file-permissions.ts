import { z } from 'zod';
import { statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const vendors: readonly string[] = ['openEuler', 'kylin', 'uos', 'centos', 'redhat', 'fedora'];
const folders: readonly string[] = ['/boot/grub', '/boot/grub2', ...vendors.map((vendor) => `/boot/efi/EFI/${vendor}`)];
const files: readonly string[] = folders.flatMap((folder) => [`${folder}/grub.cfg`, `${folder}/user.cfg`]);

/** The boot menu and its password: only the owner may read or change them. */
export const bootFilePermissions = probe({
  id: 'bootFilePermissions',
  schema: z.object({ checked: z.int(), tooOpen: z.int() }),
  sources: files.map((path) => `${path} (mode and owner)`),
  run: async (host) => {
    const stats = await Promise.all(files.map((path) => statOf(host, path)));
    const present = stats.flatMap((stat) => (stat?.type === 'file' ? [stat] : []));
    if (present.length === 0) throw unseen('not-found', 'grub.cfg');
    return { checked: present.length, tooOpen: present.filter((stat) => (stat.mode & 0o066) !== 0 || stat.uid !== 0).length };
  },
});
