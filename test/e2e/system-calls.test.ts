import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foundedDesk, root } from './zicha.js';

const strace = '/usr/bin/strace';
const missing = !existsSync(strace);
const note = missing ? ' (skipped: needs strace)' : '';

/** System calls of one run, children included. */
function callsOf(args: readonly string[]): { readonly home: string; readonly data: string; readonly lines: readonly string[] } {
  const desk = foundedDesk();
  const log = join(desk.home, 'calls.log');
  const watched = ['-f', '-qq', '-e', 'trace=socket,connect,bind,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,chmod,fchmodat,truncate,link,linkat,symlink,symlinkat', '-o', log];
  const { status, stderr } = spawnSync(strace, [...watched, process.execPath, join(root, 'bin/run.js'), ...args], {
    cwd: desk.home,
    env: { HOME: desk.home, PATH: '/usr/bin:/bin', ZICHA_DATA: desk.data, TMPDIR: tmpdir() },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return { home: desk.home, data: desk.data, lines: readFileSync(log, 'utf8').split('\n') };
}

// Calls that succeed and change something outside the given folders.
function writesOutside(lines: readonly string[], allowed: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    if (/ = -1 /.test(line)) return false;
    if (/\bopen(at)?\(/.test(line) && !/O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(line)) return false;
    if (!/\b(open|openat|creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|chmod|fchmodat|truncate|link|linkat|symlink|symlinkat)\(/.test(line)) return false;
    const paths = [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
    return paths.some((path) => path.startsWith('/') && !allowed.some((folder) => path.startsWith(folder)));
  });
}

const harmless = ['/dev/null', '/dev/tty', '/proc/self/'];

describe('the program keeps to itself', () => {
  it.skipIf(missing)(`an assessment opens no network socket and writes only its own folder${note}`, () => {
    const { data, lines } = callsOf(['assess', 'run']);
    expect(lines.some((line) => line.includes('openat('))).toBe(true);
    expect(lines.filter((line) => /AF_INET6?\b/.test(line))).toEqual([]);
    expect(writesOutside(lines, [data, ...harmless])).toEqual([]);
    // The watch itself sees writes: without the folder it would complain.
    expect(writesOutside(lines, harmless)).not.toEqual([]);
  });

  it.skipIf(missing)(`a paper opens no network socket and writes only the file that was asked for${note}`, () => {
    const { home, data, lines } = callsOf(['demo', 'start', '--data', 'demo']);
    expect(lines.filter((line) => /AF_INET6?\b/.test(line))).toEqual([]);
    expect(writesOutside(lines, [data, join(home, 'demo'), ...harmless])).toEqual([]);
  });
});
