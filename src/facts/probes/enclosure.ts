import { z } from 'zod';
import { anyExists, textOf } from '../look.js';
import { probe } from '../probe.js';

/** Whether this is a real machine at all: a container says little about the office's terminal. */
export const enclosure = probe({
  id: 'enclosure',
  schema: z.object({ container: z.boolean(), virtual: z.boolean() }),
  sources: ['/.dockerenv (exists)', '/run/.containerenv (exists)', '/run/systemd/container', '/proc/1/cgroup', '/sys/class/dmi/id/sys_vendor', '/proc/cpuinfo (hypervisor flag)'],
  run: async (host) => {
    const marked = await anyExists(host, ['/.dockerenv', '/run/.containerenv', '/run/systemd/container']);
    const groups = (await textOf(host, '/proc/1/cgroup')) ?? '';
    const vendor = ((await textOf(host, '/sys/class/dmi/id/sys_vendor')) ?? '').toLowerCase();
    const flags = (await textOf(host, '/proc/cpuinfo')) ?? '';
    const container = marked || ['docker', 'lxc', 'kubepods', 'containerd'].some((word) => groups.includes(word));
    return { container, virtual: vendors.some((word) => vendor.includes(word)) || /^flags\s*:.*\bhypervisor\b/m.test(flags) };
  },
});

const vendors: readonly string[] = ['qemu', 'vmware', 'innotek', 'xen', 'kvm', 'microsoft', 'parallels'];
