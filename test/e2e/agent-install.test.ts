import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, readJson, root, type Desk } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

function problemsOf(name: string, value: unknown): unknown {
  const validate = ajv.compile(readJson(join(root, 'docs/schemas', `${name}.schema.json`)));
  return validate(value) ? [] : validate.errors?.slice(0, 3);
}

/** Everything in the home folder but the records themselves. */
function besidesRecords(desk: Desk): string[] {
  return (readdirSync(desk.home, { recursive: true }) as string[]).filter((name) => !/^records(\/|$)/.test(name) || /^records\/agent\/(install|notice)/.test(name)).sort();
}

interface Installation {
  readonly kind: string;
  readonly files: readonly { readonly part: string; readonly path: string }[];
  readonly commands: readonly string[];
  readonly supervisor: string;
  readonly text: string;
  readonly notice: string;
}

describe('agent install', () => {
  it('on a desktop without a systemd of the user writes the autostart entry, says so, and leaves nothing behind', () => {
    const desk = foundedDesk();
    expect(besidesRecords(desk)).toEqual([]);
    const done = expectDone(desk.run('agent', 'install', '--json'));
    const installation = done.json<Installation>();
    expect(problemsOf('agent-install', installation)).toEqual([]);
    expect(installation.kind).toBe('autostart');
    const files = ['.config/autostart/zicha-agent.desktop', 'records/agent/install.json', 'records/agent/notice.txt'];
    expect(besidesRecords(desk).filter((name) => statSync(join(desk.home, name)).isFile())).toEqual(files);
    expect(installation.files.map(({ path }) => path).sort()).toEqual(files.map((name) => join(desk.home, name)));
    expect(readFileSync(join(desk.home, files[0] ?? ''), 'utf8')).toBe(installation.text);
    expect(readFileSync(join(desk.data, 'agent/notice.txt'), 'utf8')).toBe(installation.notice);
    expect(statSync(join(desk.data, 'agent/notice.txt')).mode & 0o777).toBe(0o600);
    expect(statSync(join(desk.data, 'agent')).mode & 0o777).toBe(0o700);

    const removal = desk.run('agent', 'uninstall', '--json');
    expect(removal.exit).toBe(0);
    expect(problemsOf('agent-uninstall', removal.json())).toEqual([]);
    expect(besidesRecords(desk)).toEqual([]);
    const kinds = desk.run('journal', 'list', '--json').json<{ frames: { kind: string }[] }>().frames.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['agent.uninstalled', 'agent.installed']);
    expect(desk.run('store', 'verify', '--deep').exit).toBe(0);
  });

  it('of a unit writes it where systemd looks, and says honestly that nobody answered', () => {
    const desk = foundedDesk();
    const config = join(desk.home, 'own config');
    const outcome = desk.runWith({ XDG_CONFIG_HOME: config }, 'agent', 'install', '--kind', 'systemd-user');
    expect(outcome.exit).toBe(0);
    expect(outcome.stdout).toContain('没有应答');
    expect(readFileSync(join(config, 'systemd/user/zicha-agent.service'), 'utf8')).toContain(`"--data" "${desk.data}"`);
    expectDone(desk.runWith({ XDG_CONFIG_HOME: config }, 'agent', 'uninstall'));
    expect(besidesRecords(desk)).toEqual([]);
  });

  it('for an administrator writes the file that was asked for and prints the commands', () => {
    const desk = foundedDesk();
    for (const [kind, command] of [['systemd-system', 'sudo install'], ['windows-task', 'schtasks /Create']] as const) {
      const installation = expectDone(desk.run('agent', 'install', '--kind', kind, '--output', 'entry', '--json')).json<Installation>();
      expect(problemsOf('agent-install', installation)).toEqual([]);
      expect(installation.commands[0]).toContain(command);
      expect(existsSync(join(desk.home, 'entry'))).toBe(true);
      const human = expectDone(desk.run('agent', 'uninstall'));
      expect(human.stdout).toContain(kind === 'windows-task' ? 'schtasks /Delete' : 'sudo systemctl disable --now');
      expect(existsSync(join(desk.home, 'entry'))).toBe(false);
    }
  });

  it('printed only, for want of a file name, says how to get one', () => {
    const outcome = expectDone(foundedDesk().run('agent', 'install', '--kind', 'windows-task'));
    expect(outcome.stdout).toContain('<?xml version="1.0" encoding="UTF-16"?>');
    expect(outcome.stdout).toContain('未在 Windows 上验证');
    expect(outcome.stderr).toContain('--output FILE');
  });

  it('tried dry writes nothing at all', () => {
    const desk = foundedDesk();
    const before = readdirSync(desk.home, { recursive: true });
    for (const kind of ['systemd-user', 'autostart']) expectDone(desk.run('agent', 'install', '--kind', kind, '--login-line', '--dry-run'));
    for (const kind of ['systemd-system', 'windows-task']) expectDone(desk.run('agent', 'install', '--kind', kind, '--output', 'entry', '--dry-run'));
    expect(readdirSync(desk.home, { recursive: true })).toEqual(before);
  });

  it('with a login line adds a block that goes again, to the byte', () => {
    const desk = foundedDesk();
    const profile = join(desk.home, '.profile');
    writeFileSync(profile, 'umask 027', { mode: 0o640 });
    for (let times = 0; times < 2; times += 1) expectDone(desk.run('agent', 'install', '--login-line'));
    expect(readFileSync(profile, 'utf8').match(/latest\.txt' \]/g)).toHaveLength(1);
    expect(statSync(profile).mode & 0o777).toBe(0o640);
    expectDone(desk.run('agent', 'uninstall'));
    expect(readFileSync(profile, 'utf8')).toBe('umask 027');
  });

  it('keeps its settings until somebody changes them', () => {
    const desk = foundedDesk();
    const settings = (...args: string[]) => desk.run('agent', 'install', ...args, '--json').json<{ settings: object }>().settings;
    expect(settings('--notify', '--keep-reports', '12')).toEqual({ notify: true, keepReports: 12 });
    expect(settings()).toEqual({ notify: true, keepReports: 12 });
    expect(settings('--no-notify')).toEqual({ notify: false, keepReports: 12 });
  });

  it('prints the notice again', () => {
    const desk = foundedDesk();
    const outcome = expectDone(desk.run('agent', 'install', '--notice-only', '--json'));
    expect(problemsOf('agent-install', outcome.json())).toEqual([]);
    const { notice } = outcome.json<{ notice: string }>();
    for (const part of ['东湖区示例局', '钱宁', desk.data, 'zicha agent stop']) expect(notice).toContain(part);
    expect(besidesRecords(desk)).toEqual([]);
    expect(/\p{Script=Han}/u.test(desk.run('agent', 'install', '--notice-only', '--lang', 'en').stdout.replaceAll('东湖区示例局', '').replaceAll('钱宁', ''))).toBe(false);
  });
});

describe('agent install leaves alone what is not its own', () => {
  it('a file of somebody else', () => {
    const desk = foundedDesk();
    const path = join(desk.home, '.config/autostart/zicha-agent.desktop');
    mkdirSync(join(desk.home, '.config/autostart'), { recursive: true });
    writeFileSync(path, '[Desktop Entry]\n');
    expectRefused(desk, 'install-foreign-file', 'agent', 'install', '--kind', 'autostart');
    expect(readFileSync(path, 'utf8')).toBe('[Desktop Entry]\n');
  });

  it('the entry of other records', () => {
    const desk = foundedDesk();
    const other = join(desk.home, 'other');
    expectDone(desk.run('init', '--no-input', '--unit', '西湖区示例局', '--data', other));
    expectDone(desk.run('agent', 'install', '--kind', 'autostart'));
    expectRefused(desk, 'install-other-records', 'agent', 'install', '--kind', 'autostart', '--data', other);
    expectRefused(desk, 'agent-not-installed', 'agent', 'uninstall', '--data', other);
  });

  it('an entry of another kind', () => {
    const desk = foundedDesk();
    expectDone(desk.run('agent', 'install', '--kind', 'autostart'));
    expectRefused(desk, 'install-other-kind', 'agent', 'install', '--kind', 'systemd-user');
  });

  it('an entry that somebody has rewritten', () => {
    const desk = foundedDesk();
    expectDone(desk.run('agent', 'install', '--kind', 'autostart'));
    const path = join(desk.home, '.config/autostart/zicha-agent.desktop');
    writeFileSync(path, '[Desktop Entry]\nName=mine\n');
    const removal = expectDone(desk.run('agent', 'uninstall', '--json')).json<{ kept: string[] }>();
    expect(removal.kept).toEqual([path]);
    expect(existsSync(path)).toBe(true);
  });

  it('a classified machine', () => {
    const desk = newDesk();
    expectDone(desk.run('init', '--no-input', '--unit', '东湖区示例局', '--mode', 'classified'));
    for (const args of [['install'], ['install', '--dry-run'], ['install', '--notice-only'], ['start']]) expectRefused(desk, 'agent-classified', 'agent', ...args);
    expect(existsSync(join(desk.home, '.config'))).toBe(false);
  });
});

describe('agent start, stop and logs', () => {
  it('start one agent in the background, which lives until it is stopped', () => {
    const desk = foundedDesk();
    const started = expectDone(desk.run('agent', 'start', '--json'));
    expect(problemsOf('agent-start', started.json())).toEqual([]);
    const { pid } = started.json<{ pid: number }>();
    try {
      expect(isRunning(pid)).toBe(true);
      expectRefused(desk, 'agent-running', 'agent', 'start');
    } finally {
      const stopped = desk.run('agent', 'stop', '--json');
      expect(stopped.exit).toBe(0);
      expect(problemsOf('agent-stop', stopped.json())).toEqual([]);
    }
    expect(isRunning(pid)).toBe(false);
    expectRefused(desk, 'agent-not-running', 'agent', 'stop');
    const logs = expectDone(desk.run('agent', 'logs', '--limit', '5', '--json'));
    expect(problemsOf('agent-logs', logs.json())).toEqual([]);
  });

  it('uninstall ends an agent that runs', () => {
    const desk = foundedDesk();
    expectDone(desk.run('agent', 'install'));
    const { pid } = expectDone(desk.run('agent', 'start', '--json')).json<{ pid: number }>();
    expect(desk.run('agent', 'uninstall', '--json').json<{ stoppedPid: number }>().stoppedPid).toBe(pid);
    expect(isRunning(pid)).toBe(false);
  });
});

describe('help of the agent', () => {
  it.each(['install', 'uninstall', 'start', 'stop', 'logs'])('fits 80 columns: agent %s', (name) => {
    for (const language of ['zh-CN', 'en']) expect(newDesk().run('agent', name, '--help', '--lang', language).stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

/** The same refusal for people and for programs. */
function expectRefused(desk: Desk, code: string, ...args: readonly string[]): void {
  const human = desk.run(...args);
  const machine = desk.run(...args, '--json');
  expect(machine.json<{ error: { code: string } }>().error.code).toBe(code);
  expect(problemsOf('error', machine.json())).toEqual([]);
  expect([human.exit, machine.exit]).toEqual([3, 3]);
  expect(human.stderr).toContain(code);
}

// A program that nobody has asked after yet is only a name in the list.
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
