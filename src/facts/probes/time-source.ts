import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, folderLines, lastValue, presentFiles, requiredNames, significant, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** A service that sets the clock: how to see that it is switched on, and where its servers are written. */
interface Setter {
  readonly units: readonly string[];
  readonly files: readonly string[];
  readonly drops: readonly (readonly [folder: string, name: RegExp, star: string])[];
}

const targets: readonly string[] = ['multi-user', 'sysinit'].map((target) => `/etc/systemd/system/${target}.target.wants`);
const setters: readonly Setter[] = [
  { units: ['chrony', 'chronyd'], files: ['/etc/chrony/chrony.conf', '/etc/chrony.conf'], drops: [['/etc/chrony/conf.d', /\.conf$/, '*.conf'], ['/etc/chrony/sources.d', /\.sources$/, '*.sources']] },
  { units: ['ntp', 'ntpd', 'ntpsec'], files: ['/etc/ntp.conf', '/etc/ntpsec/ntp.conf'], drops: [] },
];
const own = '/etc/systemd/timesyncd.conf';
const ownFolder = `${own}.d`;
const ownLinks: readonly string[] = [...targets.map((target) => `${target}/systemd-timesyncd.service`), '/etc/systemd/system/dbus-org.freedesktop.timesync1.service'];

/** From whom the clock is set: servers are counted, their names are not kept. */
export const timeSource = probe({
  id: 'timeSource',
  schema: z.object({ servers: z.int(), public: z.int() }),
  sources: [
    ...['/etc/systemd/system (names)', ...setters.flatMap(linksOf).map((path) => `${path} (exists)`), ...ownLinks.map((path) => `${path} (exists)`)],
    ...[...setters.flatMap(({ files, drops }) => [...files, ...drops.map(([folder, , star]) => `${folder}/${star}`)]), own, `${ownFolder}/*.conf`].map((path) => `${path} (time servers counted)`),
  ],
  run: async (host) => {
    await requiredNames(host, '/etc/systemd/system');
    const named = (await Promise.all([...setters.map((setter) => serversOf(host, setter)), ownServers(host)])).flat();
    return { servers: named.length, public: named.filter(isPublic).length };
  },
});

function linksOf({ units }: Setter): readonly string[] {
  return targets.flatMap((target) => units.map((unit) => `${target}/${unit}.service`));
}

async function serversOf(host: Host, setter: Setter): Promise<readonly string[]> {
  if (!(await anyExists(host, linksOf(setter)))) return [];
  const lines = [...(await presentFiles(host, setter.files)).flat(), ...(await Promise.all(setter.drops.map(([folder, name]) => folderLines(host, folder, name)))).flat()];
  return lines.flatMap((line) => /^(?:server|pool|peer)\s+(\S+)/i.exec(line)?.[1] ?? []).filter((server) => !/^127\.127\./.test(server));
}

// Its file shows as a remark which servers the distribution built in for the case that none are written.
async function ownServers(host: Host): Promise<readonly string[]> {
  if (!(await anyExists(host, ownLinks))) return [];
  const text = (await textOf(host, own)) ?? '';
  const lines = [...significant(text), ...(await folderLines(host, ownFolder))];
  const named = wordsIn(lastValue(lines, 'NTP'));
  const otherwise = lastValue(lines, 'FallbackNTP') ?? /^#\s*FallbackNTP\s*=\s*(.*)$/m.exec(text)?.[1];
  if (named === undefined && otherwise === undefined) throw unseen('not-found', 'the servers that were built in');
  return named ?? wordsIn(otherwise) ?? [];
}

function wordsIn(value: string | undefined): readonly string[] | undefined {
  const words = (value ?? '').split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? undefined : words;
}

/** Well-known services that serve the clock to the whole internet. */
const services: readonly string[] = [
  ...['pool.ntp.org', 'ntp.org.cn', 'ntp.ubuntu.com', 'time.windows.com', 'time.nist.gov', 'time.apple.com', 'time.google.com', 'time.cloudflare.com', 'aliyun.com', 'tencent.com'],
  ...['ntsc.ac.cn', 'time.edu.cn', 'tuna.tsinghua.edu.cn'],
];

function isPublic(server: string): boolean {
  const name = server.toLowerCase().replace(/\.$/, '').replace(/^time\d\.google\.com$/, 'time.google.com');
  return services.some((service) => name === service || name.endsWith(`.${service}`));
}
