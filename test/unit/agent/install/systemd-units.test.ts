import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { systemdSystemUnit } from '#agent/install/systemd-system-unit.js';
import { systemdUserUnit } from '#agent/install/systemd-user-unit.js';
import { systemProgram } from '../../../contract/system-program.js';

const analyze = systemProgram('/usr/bin/systemd-analyze', 'systemd');
const folders = ['/var/lib/zicha', '/home/钱宁/我的 自查 100%', `/srv/$HOME/it's`, String.raw`/srv/back\slash`, '/srv/"quoted"'];

/** A unit in a file of its name, the program that it starts beside it, and systemd's word on it. */
function judged(text: (script: string) => string, args: readonly string[]): { readonly exit: number | null; readonly said: string } {
  const home = mkdtempSync(join(tmpdir(), 'zicha-unit-'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  const file = join(home, 'zicha-agent.service');
  writeFileSync(file, text(join(home, 'run.js')));
  const env = { XDG_RUNTIME_DIR: join(home, 'run'), HOME: home, LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' };
  const { status, stdout, stderr } = spawnSync('/usr/bin/systemd-analyze', ['--no-pager', ...args, file], { env, encoding: 'utf8' });
  return { exit: status, said: `${stdout}${stderr}` };
}

describe('the units', () => {
  it.skipIf(analyze.missing).each(folders)(`are read by systemd without a word of complaint: %s${analyze.note}`, (folder) => {
    for (const args of [['verify', '--user'], ['verify']]) {
      const make = (script: string) => (args.length === 2 ? systemdUserUnit({ node: process.execPath, script, folder }) : systemdSystemUnit({ node: process.execPath, script, folder }, 'daemon', [`${folder}-backups`]));
      expect(judged(make, args)).toEqual({ exit: 0, said: '' });
    }
  });

  it.skipIf(analyze.missing)(`that lost a quotation mark are refused by systemd${analyze.note}`, () => {
    const broken = (script: string) => systemdUserUnit({ node: process.execPath, script, folder: '/srv/zicha' }).replace('zicha"\n', 'zicha\n');
    expect(judged(broken, ['verify', '--user']).said).not.toBe('');
  });

  it.skipIf(analyze.missing)(`for a system leave an exposure of at most 3.0 of 10${analyze.note}`, () => {
    const { said } = judged((script) => systemdSystemUnit({ node: process.execPath, script, folder: '/var/lib/zicha' }, 'daemon', []), ['security', '--offline=true']);
    const [, exposure] = /exposure level for zicha-agent\.service: ([\d.]+)/.exec(said) ?? [];
    expect(Number(exposure)).toBeGreaterThan(0);
    expect(Number(exposure)).toBeLessThanOrEqual(3);
  });

  it('for a system hide nothing that a probe looks at', () => {
    const unit = systemdSystemUnit({ node: '/usr/bin/node', script: '/opt/zicha/bin/run.js', folder: '/var/lib/zicha' }, 'office', []);
    const settings = unit.split('\n').filter((line) => !line.startsWith('#'));
    for (const blinding of ['PrivateNetwork', 'PrivateUsers', 'ProtectProc', 'ProcSubset', 'ProtectKernelModules', 'InaccessiblePaths', 'TemporaryFileSystem']) expect(settings.filter((line) => line.startsWith(`${blinding}=`))).toEqual([]);
    expect(settings).toContain('ProtectHome=read-only');
  });

  it('open no internet socket', () => {
    for (const unit of [systemdUserUnit({ node: '/n', script: '/s', folder: '/f' }), systemdSystemUnit({ node: '/n', script: '/s', folder: '/f' }, 'office', [])]) expect(unit).toContain('\nRestrictAddressFamilies=AF_UNIX AF_NETLINK\n');
  });

  it('see records below /tmp, where a private /tmp would hide them', () => {
    const unitIn = (folder: string) => systemdSystemUnit({ node: '/n', script: '/s', folder }, 'office', []);
    expect(unitIn('/tmp/demo')).not.toContain('PrivateTmp=yes');
    expect(unitIn('/srv/demo')).toContain('PrivateTmp=yes');
  });
});
