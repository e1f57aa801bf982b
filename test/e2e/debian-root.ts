import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const debootstrap = '/usr/sbin/debootstrap';
const usualMirror = 'http://deb.debian.org/debian';

/** Where this machine takes its own packages from, through the same proxy: what serves one serves the other. */
const printed = (program: string, ...args: readonly string[]): readonly string[] => (spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '').split('\n').filter((line) => line !== '');
const proxy = printed('/usr/bin/apt-config', 'dump', '--format', '%v%n', 'Acquire::http::Proxy')[0];
const env = { ...process.env, ...(proxy === undefined ? {} : { http_proxy: proxy }) };
const mirrors = [...new Set([...printed('/usr/bin/apt-get', 'indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages').map((uri) => uri.replace(/\/$/, '')).filter((uri) => uri.endsWith('/debian')), usualMirror])];
let served: string | undefined;

/** Why no Debian root can be built here, as the runner reads it; undefined where one can. */
export function whyNoDebianRoot(): string | undefined {
  if (!existsSync(debootstrap)) return 'needs debootstrap';
  if (process.getuid?.() !== 0) return 'needs root for debootstrap';
  served = mirrors.find((mirror) => spawnSync('/usr/bin/wget', ['-q', '--spider', '--timeout=10', '--tries=2', `${mirror}/dists/bookworm/InRelease`], { env }).status === 0);
  return served === undefined ? 'needs a Debian mirror' : undefined;
}

/** A new minimal Debian 12 with these packages, in a temporary folder. */
export function buildDebianRoot(packages: readonly string[]): string {
  const root = join(mkdtempSync(join(tmpdir(), 'zicha-debian-')), 'root');
  const { status, stdout } = spawnSync(debootstrap, ['--variant=minbase', `--include=${packages.join(',')}`, 'bookworm', root, served ?? usualMirror], { encoding: 'utf8', env });
  if (status === 0) return root;
  removeDebianRoot(root);
  throw new Error(`debootstrap ended with ${String(status)}: ${stdout.slice(-1_000)}`);
}

/** Takes the root away; what a broken-off build left mounted in it belongs to this machine, and is never deleted. */
export function removeDebianRoot(root: string): void {
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n').map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${root}/`));
  for (const path of mounted.toReversed()) spawnSync('/usr/bin/umount', [path]);
  spawnSync('/usr/bin/rm', ['-rf', '--one-file-system', join(root, '..')]);
}
