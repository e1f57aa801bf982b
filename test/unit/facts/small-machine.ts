import { collectFacts } from '#facts/collect-facts.js';
import { probes } from '#facts/probes/index.js';
import { replayHost, type HostRecording } from '#facts/replay-host.js';

type Parts = Partial<Pick<HostRecording, 'files' | 'folders' | 'tools' | 'system' | 'uid'>>;

/** A machine that holds little more than what the example is about. */
export function smallMachine(parts: Parts): ReturnType<typeof replayHost> {
  const files = { '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n', '/proc/mounts': '/dev/sda1 / ext4 rw 0 0\n', '/proc/1/cgroup': '0::/init.scope\n', '/proc/cpuinfo': 'processor\t: 0\n', '/etc/login.defs': '', ...parts.files };
  const folders = { '/sys/class': [], '/sys/class/net': [], '/sys/block': ['sda'], '/var/log': [], '/usr/bin': [], '/usr/share': [], '/home': [], '/etc/systemd/system': [], ...parts.folders };
  const meta = { name: 'small', synthetic: true, recordedOn: '2026-11-20' };
  return replayHost({ meta, platform: 'linux', uid: 0, now: '2026-11-20T08:00:00.000Z', tools: {}, system: {}, ...parts, files, folders });
}

/** What one probe says about it: the value, or the reason. */
export async function answerOf(id: string, parts: Parts): Promise<unknown> {
  const fact = (await collectFacts({ host: smallMachine(parts), probes, needed: [id], mode: 'non-classified' }))[id];
  return fact?.status === 'observed' ? fact.value : fact?.reason;
}
