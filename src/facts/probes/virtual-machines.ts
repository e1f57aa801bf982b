import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/usr/bin/VBoxManage', '/usr/bin/virtualbox', '/usr/lib/virtualbox', 'virtualbox'],
  ['/usr/bin/vmware', '/usr/bin/vmplayer', '/usr/lib/vmware', 'vmware-workstation', 'vmware-player'],
  ['/usr/sbin/libvirtd', '/usr/sbin/virtqemud', '/usr/bin/virt-manager', 'virt-manager', 'libvirt-daemon'],
  ['/usr/bin/gnome-boxes', 'gnome-boxes'],
  ['/usr/bin/qemu-system-x86_64', '/usr/bin/qemu-system-aarch64', '/usr/libexec/qemu-kvm', 'qemu-system-x86', 'qemu-system-arm'],
  ['/usr/bin/dockerd', '/usr/sbin/dockerd', 'docker.io', 'docker-ce'],
  ['/usr/bin/podman', 'podman'],
  ['/usr/bin/lxc-start', 'lxc'],
];

/** Programs in which another system can run beside this one; the machines made with them are never looked at. */
export const virtualMachines = probe({
  id: 'virtualMachines',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
