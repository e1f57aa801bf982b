import { z } from 'zod';
import { anyExists, requiredText, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const markers: readonly string[] = ['/.dockerenv', '/run/.containerenv', '/run/systemd/container'];

/** Whether this is a real machine at all: a container says little about the office's terminal. */
export const enclosure = probe({
  id: 'enclosure',
  schema: z.object({ container: z.boolean(), virtual: z.boolean() }),
  sources: [...markers.map((path) => `${path} (exists)`), '/proc/1/cgroup', '/proc/mounts (the line of the root)', '/sys/class/dmi/id/sys_vendor', '/proc/cpuinfo (hypervisor flag)'],
  run: async (host) => {
    const marked = await anyExists(host, markers);
    const groups = await requiredText(host, '/proc/1/cgroup');
    const root = (await requiredText(host, '/proc/mounts', 2 ** 21)).split('\n').find((line) => line.split(' ')[1] === '/');
    if (root === undefined) throw unseen('crashed', '/proc/mounts names no root');
    const vendor = ((await textOf(host, '/sys/class/dmi/id/sys_vendor')) ?? '').toLowerCase();
    const flags = await requiredText(host, '/proc/cpuinfo', 2 ** 22);
    const container = marked || groupWords.some((word) => groups.includes(word)) || /^overlay .*(docker|containerd|containers\/storage)/.test(root);
    return { container, virtual: vendors.some((word) => vendor.includes(word)) || /^flags\s*:.*\bhypervisor\b/m.test(flags) };
  },
});

const groupWords: readonly string[] = ['docker', 'lxc', 'kubepods', 'containerd', 'libpod'];
const vendors: readonly string[] = ['qemu', 'vmware', 'innotek', 'xen', 'kvm', 'parallels', 'virtualbox'];
