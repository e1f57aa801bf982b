import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HostRecording } from '#facts/replay-host.js';
import { strace, traced, violations } from './system-calls.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zicha-calls-')));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const missing = !existsSync(strace);
const why = missing ? ' (skipped: needs strace)' : '';

describe('what the kernel saw', () => {
  it.skipIf(missing)(`collecting every fact opens no internet socket and changes nothing outside its temporary folder${why}`, { timeout: 60_000 }, () => {
    const { printed, calls } = traced(folder, ['--import', 'tsx', 'test/fixtures/hosts/record-host.ts', 'here']);
    expect(HostRecording.parse(JSON.parse(printed)).meta.name).toBe('here');
    expect(calls.some((call) => call.includes('"/proc/net/route"'))).toBe(true);
    expect(violations(calls, folder)).toEqual([]);
  });

  it.skipIf(missing)(`a program that does either is noticed${why}`, { timeout: 60_000 }, () => {
    const script = `require('node:net').connect(9, '127.0.0.1').on('error', () => {}); require('node:fs').writeFileSync('/dev/shm/zicha-noticed', ''); require('node:fs').unlinkSync('/dev/shm/zicha-noticed');`;
    const found = violations(traced(folder, ['-e', script]).calls, folder);
    expect(found.some((call) => call.startsWith('socket(AF_INET,'))).toBe(true);
    expect(found.filter((call) => call.includes('zicha-noticed'))).toHaveLength(2);
  });

  it('failed calls, reading and the temporary folder are no violation', () => {
    const calls = ['12 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 17', '12 mkdir("/etc/x", 0777) = -1 EACCES (Permission denied)', '12 openat(AT_FDCWD, "/tmp/a/b", O_WRONLY|O_CREAT, 0666) = 3', '12 socket(AF_UNIX, SOCK_STREAM, 0) = 4'];
    expect(violations(calls, '/tmp/a')).toEqual([]);
    expect(violations(calls, '/tmp/other')).toHaveLength(1);
  });
});
