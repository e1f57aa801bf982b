import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredNames, statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Programs that ordinarily run with the rights of their owner. */
const ordinary: readonly string[] = [
  ...['su', 'sudo', 'pkexec', 'passwd', 'gpasswd', 'chsh', 'chfn', 'chage', 'expiry', 'newgrp', 'newuidmap', 'newgidmap', 'unix_chkpwd', 'pam_timestamp_check', 'userhelper', 'usernetctl'],
  ...['mount', 'umount', 'mount.nfs', 'mount.cifs', 'mount.ntfs-3g', 'ntfs-3g', 'mount.ecryptfs_private', 'fusermount', 'fusermount3', 'ping', 'ping6', 'arping', 'mtr-packet', 'traceroute6.iputils'],
  ...['at', 'crontab', 'pppd', 'bwrap', 'grub2-set-bootflag', 'exim4', 'ksu', 'Xorg.wrap'],
];
const folders: readonly string[] = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
const olderFolders: readonly string[] = ['/bin', '/sbin'];
const most = 20_000;

/** Programs that run with the rights of their owner and are not among the ordinary ones: counted, not named. */
export const setuidPrograms = probe({
  id: 'setuidPrograms',
  schema: z.object({ checked: z.int(), unexpected: z.int() }),
  sources: [...folders.map((folder) => `${folder}/* (modes, counted)`), ...olderFolders.flatMap((folder) => [`${folder} (mode and owner)`, `${folder}/* (modes, counted)`])],
  run: async (host) => {
    const older = await Promise.all(olderFolders.map((folder) => isFolder(host, folder)));
    const list = (folder: string): Promise<readonly string[]> => (folder === '/usr/bin' ? requiredNames(host, folder) : namesIn(host, folder));
    const paths = (await Promise.all([...folders, ...olderFolders.filter((_, index) => older[index])].map(async (folder) => (await list(folder)).map((name) => `${folder}/${name}`)))).flat();
    if (paths.length > most) throw unseen('unsupported', 'too many programs');
    let checked = 0;
    let unexpected = 0;
    for (const path of paths) {
      const stat = await statOf(host, path);
      if (stat?.type !== 'file') continue;
      checked += 1;
      if ((stat.mode & 0o4000) !== 0 && !ordinary.includes(path.slice(path.lastIndexOf('/') + 1))) unexpected += 1;
    }
    return { checked, unexpected };
  },
});

// On most systems these are only other names of the folders below /usr.
async function isFolder(host: Host, path: string): Promise<boolean> {
  const stat = await statOf(host, path);
  return stat !== undefined && stat.type !== 'link';
}
