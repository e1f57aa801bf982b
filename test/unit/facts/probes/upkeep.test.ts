import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const at = (day: string) => ({ mtimeMs: Date.parse(day) });

describe('package sources', () => {
  it('without any package program nothing is known', async () => {
    expect(await answerOf('packageSources', {})).toBe('unsupported');
  });

  it.each([
    ['deb http://a.invalid x main\ndeb-src http://a.invalid x main\n', { unverified: 0, entries: 2 }],
    ['deb [arch=amd64 trusted=yes] http://a.invalid x main\n', { unverified: 1, entries: 1 }],
    ['deb [allow-insecure=yes] http://a.invalid x main\n', { unverified: 1 }],
    ['# deb [trusted=yes] http://a.invalid x main\n', { unverified: 0, entries: 0 }],
  ])('apt, one line each: %j', async (text, expected) => {
    expect(await answerOf('packageSources', { files: { '/etc/apt/sources.list': text } })).toMatchObject(expected);
  });

  it('apt, in stanzas: one that is switched off does not count', async () => {
    const text = 'Types: deb\nURIs: http://a.invalid\nTrusted: yes\n\nTypes: deb\nURIs: http://b.invalid\nTrusted: yes\nEnabled: no\n\nTypes: deb\nURIs: http://c.invalid\n';
    const folders = { '/etc/apt/sources.list.d': ['a.sources', 'a.sources.save'] };
    expect(await answerOf('packageSources', { files: { '/etc/apt/sources.list.d/a.sources': text }, folders })).toEqual({ unverified: 1, entries: 2 });
  });

  it.each([
    ['APT::Get::AllowUnauthenticated "true";\n', 1],
    ['Acquire::AllowInsecureRepositories "true";\n', 1],
    ['// APT::Get::AllowUnauthenticated "true";\nAPT::Get::AllowUnauthenticated "false";\n', 0],
  ])('apt, an option for all: %j', async (text, unverified) => {
    expect(await answerOf('packageSources', { files: { '/etc/apt/apt.conf': text } })).toMatchObject({ unverified });
  });

  it.each([
    ['checked by the main settings', '[a]\nbaseurl=http://a.invalid\n', '[main]\ngpgcheck=1\n', { unverified: 0, entries: 1 }],
    ['nothing written means nothing checked', '[a]\nbaseurl=http://a.invalid\n', '', { unverified: 1, entries: 1 }],
    ['switched off for one', '[a]\ngpgcheck=0\n\n[b]\ngpgcheck=1\n', '[main]\ngpgcheck=1\n', { unverified: 1, entries: 2 }],
    ['a repository that is switched off does not count', '[a]\nenabled=0\ngpgcheck=0\n', '[main]\ngpgcheck=1\n', { unverified: 0, entries: 0 }],
  ])('dnf: %s', async (_, repo, main, expected) => {
    expect(await answerOf('packageSources', { files: { '/etc/yum.repos.d/a.repo': repo, '/etc/dnf/dnf.conf': main }, folders: { '/etc/yum.repos.d': ['a.repo'] } })).toEqual(expected);
  });
});

describe('updates', () => {
  it.each([
    ['2026-11-08', { lastChange: '2026-11-08' }],
    ['2031-01-01', 'crashed'],
    ['1970-01-01', 'not-found'],
    ['1980-01-01', 'crashed'],
  ])('a package list dated %s', async (day, expected) => {
    expect(await answerOf('patches', { files: { '/var/lib/dpkg/status': at(day) } })).toEqual(expected);
  });
});

describe('system logs', () => {
  const wants = { '/etc/systemd/system/multi-user.target.wants': ['rsyslog.service'], '/usr/sbin': ['rsyslogd'] };

  it.each([
    ['nothing set and no folder', {}, {}, false],
    ['nothing set and the folder is there', {}, { '/var/log/journal': [] }, true],
    ['volatile although the folder is there', { '/etc/systemd/journald.conf': 'Storage=volatile\n' }, { '/var/log/journal': [] }, false],
    ['volatile, but written by rsyslog', { '/etc/systemd/journald.conf': 'Storage=volatile\n' }, wants, true],
    ['rsyslog installed but not started', {}, { '/usr/sbin': ['rsyslogd'] }, false],
  ])('%s', async (_, files, folders, persistent) => {
    expect(await answerOf('logs', { files, folders })).toMatchObject({ persistent });
  });

  it('the kind of log that reaches back least decides; package logs do not count', async () => {
    const files = { '/var/log/syslog': at('2026-11-20'), '/var/log/syslog.7.gz': at('2026-11-13'), '/var/log/auth.log': at('2026-11-20'), '/var/log/auth.log.4.gz': at('2026-10-20'), '/var/log/dpkg.log.12.gz': at('2025-11-20') };
    const folders = { '/var/log': Object.keys(files).map((path) => path.slice('/var/log/'.length)) };
    expect(await answerOf('logs', { files, folders })).toMatchObject({ oldest: '2026-11-13' });
  });

  it('a journal tells its first moment in the names of its files', async () => {
    const machine = '/var/log/journal/00000000000000000000000000000001';
    const start = (Date.parse('2026-03-01') * 1000).toString(16).padStart(16, '0');
    const folders = { '/var/log': ['journal'], '/var/log/journal': ['00000000000000000000000000000001'], [machine]: ['system.journal', `system@0123-0000000000000001-${start}.journal`] };
    expect(await answerOf('logs', { files: { [`${machine}/system.journal`]: at('2026-11-20') }, folders })).toMatchObject({ oldest: '2026-03-01' });
  });

  it('without any log the day is left out', async () => {
    expect(await answerOf('logs', {})).toEqual({ persistent: false, syslog: false });
  });
});

describe('malware scanner', () => {
  it('definitions dated ahead say nothing', async () => {
    expect(await answerOf('malwareScanner', { files: { '/var/lib/clamav/daily.cld': at('2031-01-01') }, folders: { '/usr/sbin': ['clamd'] } })).toBe('crashed');
  });
});

describe('audit', () => {
  it('rules are counted where they were written by hand, or put together', async () => {
    const folders = { '/usr/sbin': ['auditd'], '/etc/audit/rules.d': ['a.rules'] };
    const files = { '/etc/audit/rules.d/a.rules': '-D\n-w /etc/passwd -p wa\n-a always,exit -S mount\n', '/etc/audit/audit.rules': '-D\n-w /etc/passwd -p wa\n' };
    expect(await answerOf('audit', { files, folders })).toEqual({ installed: true, enabled: false, rules: 2 });
    expect(await answerOf('audit', { files: { '/etc/audit/audit.rules': '-w /etc/shadow -p wa\n' }, folders: { '/usr/sbin': ['auditd'] } })).toMatchObject({ rules: 1 });
  });
});

describe('screen lock', () => {
  const section = (name: string, ...lines: string[]): string => `[${name}]\n${lines.join('\n')}\n\n`;
  const machineWide = (text: string, profile = 'user-db:user\nsystem-db:local\n') => ({
    files: { '/etc/dconf/profile/user': profile, '/etc/dconf/db/local.d/1': text },
    folders: { '/etc/dconf/db/local.d': ['1'] },
  });
  const gnome = section('org/gnome/desktop/screensaver', 'lock-enabled=true') + section('org/gnome/desktop/session', 'idle-delay=uint32 600');

  it.each([
    ['GNOME counts seconds', gnome, { enabled: true, idleMinutes: 10 }],
    ['and adds its delay', gnome.replace('lock-enabled=true', 'lock-enabled=true\nlock-delay=uint32 120'), { idleMinutes: 12 }],
    ['never is zero', gnome.replace('600', '0'), { idleMinutes: 0 }],
    ['UKUI counts minutes', section('org/ukui/screensaver', 'lock-enabled=true') + section('org/ukui/session', 'idle-delay=30'), { enabled: true, idleMinutes: 30 }],
    ['UOS counts seconds', section('com/deepin/dde/power', 'screen-black-lock=false', 'line-power-lock-delay=900'), { enabled: false, idleMinutes: 15 }],
  ])('%s', async (_, text, expected) => {
    expect(await answerOf('screenLock', machineWide(text))).toMatchObject(expected);
  });

  it('settings that no profile names have no effect', async () => {
    expect(await answerOf('screenLock', machineWide(gnome, 'user-db:user\n'))).toBe('not-found');
  });

  it('a screen saver that starts without a lock is no answer', async () => {
    expect(await answerOf('screenLock', machineWide(section('org/gnome/desktop/screensaver', 'idle-activation-enabled=true')))).toBe('not-found');
  });

  const tools = { 'gsettings get org.gnome.desktop.screensaver lock-enabled': { exitCode: 0, stdout: 'true\n' }, 'gsettings get org.gnome.desktop.session idle-delay': { exitCode: 0, stdout: 'uint32 300\n' } };

  it('the settings of the person at the machine count, those of root do not', async () => {
    expect(await answerOf('screenLock', { tools, uid: 1000 })).toMatchObject({ enabled: true, idleMinutes: 5, mandatory: false });
    expect(await answerOf('screenLock', { tools, uid: 0 })).toBe('not-found');
  });
});

describe('devices', () => {
  it('a camera with two nodes is one camera', async () => {
    const files = { '/sys/class/video4linux/video0/index': '0\n', '/sys/class/video4linux/video1/index': '1\n' };
    expect(await answerOf('camera', { files, folders: { '/sys/class/video4linux': ['video0', 'video1'] } })).toEqual({ devices: 1 });
  });

  it('only what can record is a microphone', async () => {
    expect(await answerOf('microphone', { files: { '/proc/asound/pcm': '00-00: A : A : playback 1 : capture 1\n00-03: H : H : playback 1\n' } })).toEqual({ devices: 1 });
  });
});
