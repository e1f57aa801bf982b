import type { Host } from './host.js';
import { missedLook, namesIn, requiredNames, requiredText } from './look.js';
import { unseen } from './probe.js';

const targets: readonly string[] = ['multi-user', 'graphical', 'default', 'sysinit', 'basic'];
const unitFolders: readonly string[] = targets.map((target) => `/etc/systemd/system/${target}.target.wants`);
const scripts = '/etc/rc5.d';

/** What `startedUnits` looks at. */
export const startedSources: readonly string[] = ['/etc/systemd/system (names)', ...[...unitFolders, scripts].map((folder) => `${folder}/* (names compared with a fixed list)`)];

/** What `runningPrograms` looks at. */
export const runningSources: readonly string[] = ['/proc/mounts (whether programs of others are shown)', '/proc/* (names)', '/proc/*/comm (process names compared with a fixed list)'];

/** Names of the services that start with the system, without their endings. */
export async function startedUnits(host: Host): Promise<readonly string[]> {
  await requiredNames(host, '/etc/systemd/system');
  const units = (await Promise.all(unitFolders.map((folder) => namesIn(host, folder)))).flat();
  const started = (await namesIn(host, scripts)).flatMap((name) => /^S\d\d(.+)$/.exec(name)?.[1] ?? []);
  return [...units, ...started].map((name) => name.toLowerCase().replace(/(@[^.]*)?\.(service|path|timer|socket)$/, ''));
}

/** Names of the programs that run now, as the kernel keeps them: at most fifteen letters, but for its own workers. */
export async function runningPrograms(host: Host): Promise<readonly string[]> {
  const processes = (await requiredNames(host, '/proc')).filter((name) => /^\d+$/.test(name));
  // Nothing runs without the first program; where those of others are hidden, the list is not the whole.
  if (!processes.includes('1')) throw unseen('unsupported', '', '/proc');
  if (host.uid !== 0 && (await hidesOthers(host))) throw unseen('no-permission', '', '/proc');
  const names: string[] = [];
  for (const process of processes) names.push(await nameOf(host, process));
  return names.filter((name) => name !== '').map((name) => name.toLowerCase());
}

async function hidesOthers(host: Host): Promise<boolean> {
  const mounts = (await requiredText(host, '/proc/mounts', 2 ** 21)).split('\n').map((line) => line.split(' '));
  return mounts.some(([, place, , options = '']) => place === '/proc' && /\bhidepid=(?!0\b|off\b)/.test(options));
}

// A program that ended meanwhile is gone, or can no longer be read.
async function nameOf(host: Host, process: string): Promise<string> {
  const path = `/proc/${process}/comm`;
  const look = await host.readFile(path, 256);
  if (look.kind === 'absent' || (look.kind === 'failed' && look.detail === 'ESRCH')) return '';
  if (look.kind !== 'text') throw missedLook(look, path);
  if (look.cut || !/^[^\n\0]+\n?$/.test(look.text)) throw unseen('crashed', 'not a name', path);
  return look.text.trim();
}
