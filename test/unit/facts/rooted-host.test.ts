import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exists, namesIn, textOf } from '#facts/look.js';
import { placeBelow } from '#facts/rooted-path.js';
import { rootedHost } from '#facts/rooted-host.js';
import { runFile } from '#facts/run-file.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zicha-root-')));
const root = join(folder, 'disk');
const host = rootedHost(root, () => '2026-11-24T05:00:00.000Z');

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

const links: Readonly<Record<string, string>> = {
  'etc/absolute': '/etc/passwd',
  'etc/secret': '/etc/shadow',
  'etc/up': '../../../../../../etc/passwd',
  'etc/outside': `${folder}/outside`,
  'etc/climbing': '../../outside/secret',
  'etc/chain-1': 'chain-2',
  'etc/chain-2': '/sub/chain-3',
  'sub/chain-3': '../../../../outside/secret',
  'etc/loop-1': 'loop-2',
  'etc/loop-2': '/etc/loop-1',
  'etc/itself': 'itself/itself',
  'etc/root': '/',
  'etc/kernel': '/proc/version',
  'etc/processes': '../proc/self/root/etc/passwd',
  'etc/dangling': 'nothing/here',
  sbin: 'usr/sbin',
  'usr/local/up': '../..',
};

beforeAll(async () => {
  mkdirSync(join(folder, 'outside'), { recursive: true });
  writeFileSync(join(folder, 'outside/secret'), 'of this machine');
  write('etc/passwd', 'of the disk');
  write('usr/sbin/sshd', 'program');
  write('usr/bin/true', '');
  write('var/log/syslog', '');
  write('proc/version', 'of whoever mounted it');
  write('sys/class/net/eth0/address', '02:00:00:00:00:01');
  for (const [path, target] of Object.entries(links)) link(path, target);
  await runFile('/usr/bin/mkfifo', [join(root, 'etc/pipe')]);
});

afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('a root file system in a folder', () => {
  it.each([
    ['a file', '/etc/passwd'],
    ['an absolute link', '/etc/absolute'],
    ['a link with more steps up than there are folders', '/etc/up'],
    ['a path with steps up of its own', '/../../etc/../etc/./passwd'],
    ['a link to the root, as its own root', '/etc/root/etc/root/etc/passwd'],
    ['a folder that leads up, twice', '/usr/local/up/usr/local/up/etc/passwd'],
  ])('%s is that of the disk', async (_what, path) => {
    expect(await host.readFile(path)).toEqual({ kind: 'text', text: 'of the disk', cut: false });
  });

  it.each(['/etc/outside/secret', '/etc/climbing', '/etc/chain-1', '/etc/secret', '/etc/dangling', '/../outside/secret', '/etc/../../outside/secret', '/etc/passwd/below', '/etc/passwd/../passwd'])('%s leads nowhere: it is absent on the disk', async (path) => {
    expect(await host.readFile(path)).toEqual({ kind: 'absent' });
    expect(await host.list(path)).toEqual({ kind: 'absent' });
  });

  it.each(['/etc/loop-1', '/etc/itself', '/etc/loop-2/below'])('%s goes round in a circle, and is given up', async (path) => {
    expect(await host.readFile(path)).toEqual({ kind: 'failed', detail: 'ELOOP' });
  });

  it('wherever a path leads, it is a real place below the root', async () => {
    const names = ['..', 'etc', 'usr', 'local', 'up', 'root', 'sub', ...Object.keys(links).map((path) => path.split('/').at(-1) ?? '')];
    const paths = names.flatMap((one) => names.flatMap((two) => names.map((three) => `/${one}/${two}/${three}`)));
    for (const path of paths) {
      const place = await placeBelow(root, [], path, 'follow');
      if (place.kind !== 'place') continue;
      const real = join(root, ...place.parts);
      expect([path, existsSync(real), realpathSync(real)]).toEqual([path, true, real]);
    }
  });

  it('a link at the end is told as a link, one on the way is followed', async () => {
    expect(await host.stat('/etc/outside')).toMatchObject({ kind: 'stat', type: 'link' });
    expect(await host.stat('/sbin')).toMatchObject({ kind: 'stat', type: 'link' });
    expect(await host.stat('/sbin/sshd')).toMatchObject({ kind: 'stat', type: 'file', size: 7 });
    expect(await host.list('/sbin')).toEqual({ kind: 'names', names: ['sshd'] });
  });

  it('a pipe and a folder are not read, and a long file is cut', async () => {
    expect(await host.readFile('/etc/pipe')).toEqual({ kind: 'failed', detail: 'not a file' });
    expect(await host.readFile('/etc')).toEqual({ kind: 'failed', detail: 'not a file' });
    expect(await host.readFile('/etc/passwd', 4)).toEqual({ kind: 'text', text: 'of t', cut: true });
    expect(await host.list('/etc/passwd')).toEqual({ kind: 'absent' });
  });

  it('says denied where rights are missing', async () => {
    write('etc/closed/file', '');
    chmodSync(join(root, 'etc/closed'), 0o000);
    const isRoot = process.geteuid?.() === 0;
    chmodSync(folder, 0o755);
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await rootedHost(root, () => '').readFile('/etc/closed/file')).toEqual({ kind: 'denied' });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe('a system that does not run', () => {
  it.each(['/proc', '/proc/version', '/sys/class/net/eth0/address', '/dev/null', '/run/auditd.pid', '/etc/kernel', '/etc/processes', '/etc/../proc/version'])('%s tells nothing of it, whatever lies there', async (path) => {
    expect(await host.readFile(path)).toEqual({ kind: 'unsupported' });
    expect(await host.list(path)).toEqual({ kind: 'unsupported' });
  });

  it('what cannot be seen is not taken for absent', async () => {
    await expect(exists(host, '/run/.containerenv')).rejects.toMatchObject({ unseen: 'unsupported' });
    await expect(namesIn(host, '/sys/class/bluetooth')).rejects.toMatchObject({ unseen: 'unsupported' });
    await expect(textOf(host, '/proc/asound/pcm')).rejects.toMatchObject({ unseen: 'unsupported' });
  });

  it('starts no tool and asks nothing else', async () => {
    expect(await host.run('gsettings', ['get', 'org.gnome.desktop.screensaver', 'lock-enabled'])).toEqual({ kind: 'unsupported' });
    expect(await host.run('journalctl', ['--version'])).toEqual({ kind: 'unsupported' });
    expect(await host.system('diskLayout')).toEqual({ kind: 'unsupported' });
  });
});
