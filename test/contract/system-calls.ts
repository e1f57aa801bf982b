import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const strace = '/usr/bin/strace';

/** Calls that reach out, or that change a file or the kernel. */
const watched = ['socket', 'open', 'openat', 'openat2', 'creat', 'mkdir', 'mkdirat', 'rmdir', 'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'];
const changing = ['chmod', 'fchmodat', 'chown', 'fchownat', 'truncate', 'setxattr', 'mknodat', 'mount', 'init_module', 'finit_module'];

/** Runs Node under strace in a folder of its own; what it printed, and the calls of it and of all its children. */
export function traced(folder: string, args: readonly string[]): { readonly printed: string; readonly calls: readonly string[] } {
  const log = join(folder, 'calls');
  const trace = `trace=${[...watched, ...changing].map((name) => `?${name}`).join(',')}`;
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, TMPDIR: folder, TSX_TSCONFIG_PATH: 'test/tsconfig.json' };
  const child = spawnSync(strace, ['-f', '-qq', '-s', '4096', '-e', trace, '-e', 'signal=none', '-o', log, process.execPath, ...args], { env, encoding: 'utf8', cwd: join(import.meta.dirname, '../..') });
  if (child.status !== 0) throw new Error(`ended with ${child.status}: ${child.stderr.slice(0, 500)}`);
  return { printed: child.stdout, calls: readFileSync(log, 'utf8').split('\n') };
}

/** Calls that opened an internet socket, or changed something outside this folder. */
export function violations(calls: readonly string[], folder: string): readonly string[] {
  return calls.map(withoutProcess).filter((call) => !/= -1 E/.test(call) && (isInternet(call) || isChangeOutside(call, folder)));
}

function withoutProcess(call: string): string {
  return call.replace(/^\d+\s+/, '');
}

function isInternet(call: string): boolean {
  return /^socket\(AF_INET6?,/.test(call);
}

function isChangeOutside(call: string, folder: string): boolean {
  const name = /^(\w+)\(/.exec(call)?.[1] ?? '';
  if (name === '' || name === 'socket') return false;
  if (/^(open|openat|openat2)$/.test(name) && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(call)) return false;
  const paths = [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  return paths.length === 0 || paths.some((path) => !path.startsWith(`${folder}/`) && !/^\/dev\/(null|tty)$/.test(path));
}
