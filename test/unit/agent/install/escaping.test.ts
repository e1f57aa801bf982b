import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { desktopAutostart } from '#agent/install/desktop-autostart.js';
import { shellWord, withLoginLine, withoutLoginLine } from '#agent/install/login-line.js';
import { systemdSystemUnit } from '#agent/install/systemd-system-unit.js';
import { systemdUserUnit } from '#agent/install/systemd-user-unit.js';
import { windowsTask, windowsTaskText } from '#agent/install/windows-task.js';
import { desktopWords, shellText, systemdPaths, systemdWords, valueOf, windowsWords, xmlText } from './formats.js';

const awkward = [' ', '"', "'", '%', '%h', '$', '$HOME', '${x}', '`', '\\', '\\\\', ';', '#', '&', '<', '>', '~', '*', '=', '保密', '自查', 'é', '😀', 'a', 'Z', '.', '-', '(', '$(Arg0)', '%TEMP%'];
const name = fc.array(fc.oneof(fc.constantFrom(...awkward), fc.constantFrom('\t', '\n')), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `/${names.join('/')}`);
const words = { name: '值守', comment: '只读检查' };
const plain = { node: '/usr/bin/node', script: '/opt/zicha/bin/run.js' };

/** Either the words came back as they were, or the path was refused by name. */
function refusedOr(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('install-path-impossible');
  }
}

describe('any path comes back as it was', () => {
  it('from the unit of a user', () => {
    fc.assert(fc.property(path, path, (script, folder) => {
      const unit = systemdUserUnit({ node: plain.node, script, folder });
      expect(systemdWords(valueOf(unit, 'ExecStart'))).toEqual([plain.node, script, 'agent', 'run', '--data', folder]);
    }));
  });

  it('from the unit of a system, in all its lines', () => {
    fc.assert(fc.property(path, path, (folder, backup) => {
      refusedOr(() => {
        const unit = systemdSystemUnit({ ...plain, folder }, 'office', [backup]);
        expect(systemdWords(valueOf(unit, 'ExecStart'))).toEqual([plain.node, plain.script, 'agent', 'run', '--data', folder]);
        expect(systemdPaths(valueOf(unit, 'ReadWritePaths'))).toEqual([folder, `-${backup}`]);
      });
    }));
  });

  it('from the autostart entry', () => {
    fc.assert(fc.property(path, path, (script, folder) => {
      const entry = desktopAutostart({ node: plain.node, script, folder }, words);
      expect(desktopWords(valueOf(entry, 'Exec'))).toEqual([plain.node, script, 'agent', 'run', '--data', folder]);
    }));
  });

  it('from the Windows task', () => {
    fc.assert(fc.property(path, path, (script, folder) => {
      refusedOr(() => {
        const task = windowsTaskText({ node: plain.node, script, folder }, 'OFFICE\\qian', words.comment);
        expect(windowsWords(xmlText(task, 'Arguments'))).toEqual(['--headless', '--', plain.node, script, 'agent', 'once', '--data', folder]);
      });
    }));
  });

  it('from the login line', () => {
    fc.assert(fc.property(path, (folder) => {
      expect(shellText(shellWord(folder))).toBe(folder);
    }));
  });

  it('also the program itself, or it is refused', () => {
    fc.assert(fc.property(path, (node) => {
      refusedOr(() => { expect(systemdWords(valueOf(systemdUserUnit({ ...plain, node, folder: '/d' }), 'ExecStart'))[0]).toBe(node); });
      refusedOr(() => { expect(desktopWords(valueOf(desktopAutostart({ ...plain, node, folder: '/d' }, words), 'Exec'))[0]).toBe(node); });
    }));
  });
});

describe('an awkward path by example', () => {
  const folder = '/home/钱宁/我的 "自查" 100%/$HOME';

  it('is written as systemd reads it', () => {
    expect(valueOf(systemdUserUnit({ ...plain, folder }), 'ExecStart')).toBe(String.raw`"/usr/bin/node" "/opt/zicha/bin/run.js" "agent" "run" "--data" "/home/钱宁/我的 \"自查\" 100%%/$$HOME"`);
  });

  it('is written as desktops read it', () => {
    expect(valueOf(desktopAutostart({ ...plain, folder }, words), 'Exec')).toBe(String.raw`"/usr/bin/node" "/opt/zicha/bin/run.js" "agent" "run" "--data" "/home/钱宁/我的 \\"自查\\" 100%%/\\$HOME"`);
  });

  it.each([
    ['a variable that the Windows scheduler would fill in', () => windowsTask({ ...plain, folder: 'C:\\%TEMP%\\zicha' }, 'qian', '')],
    ['an argument that it would fill in', () => windowsTask({ ...plain, folder: 'C:\\$(Arg0)' }, 'qian', '')],
    ['both kinds of quotes in a path that systemd is to open', () => systemdSystemUnit({ ...plain, folder: `/a"b'c` }, 'office', [])],
    ['a quote in the program that systemd is to start', () => systemdUserUnit({ ...plain, node: '/opt/a"b/node', folder: '/d' })],
    ['an equals sign in the program that a desktop is to start', () => desktopAutostart({ ...plain, node: '/opt/a=b/node', folder: '/d' }, words)],
  ])('%s is refused', (_name, make) => {
    expect(make).toThrowError(expect.objectContaining({ code: 'install-path-impossible' }));
  });
});

describe('the login line', () => {
  const folder = '/home/钱宁/zicha';

  it.each([['an empty profile', ''], ['a profile', 'umask 077\n'], ['a profile whose last line has no end', 'umask 077'], ['one with Windows line ends', 'umask 077\r\n']])('comes and goes without a trace: %s', (_name, profile) => {
    const with1 = withLoginLine(profile, folder);
    expect(with1.startsWith(profile)).toBe(true);
    expect(with1).toContain(`'${folder}/agent/latest.txt'`);
    expect(withLoginLine(with1, folder)).toBe(with1);
    expect(withoutLoginLine(with1, folder)).toBe(profile);
  });

  it('leaves what a person added after it', () => {
    const edited = `${withLoginLine('umask 077\n', folder)}export EDITOR=vi\n`;
    expect(withoutLoginLine(edited, folder)).toBe('umask 077\nexport EDITOR=vi\n');
  });

  it('of other records stays', () => {
    const two = withLoginLine(withLoginLine('', folder), '/srv/other');
    expect(withoutLoginLine(two, folder)).toBe(withLoginLine('', '/srv/other'));
  });

  it('that somebody cut in half is left alone', () => {
    const half = withLoginLine('', folder).split('\n').slice(0, 2).join('\n');
    expect(withoutLoginLine(half, folder)).toBe(half);
  });
});
