import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('programs that run as their owner', () => {
  it('the ordinary ones are expected, another is not', async () => {
    const files = { '/usr/bin/su': { mode: 0o4755 }, '/usr/local/bin/helper': { mode: 0o4755 }, '/usr/bin/ls': { mode: 0o755 }, '/bin': { type: 'link' as const } };
    expect(await answerOf('setuidPrograms', { files, folders: { '/usr/bin': ['su', 'ls'], '/usr/local/bin': ['helper'] } })).toEqual({ checked: 3, unexpected: 1 });
  });

  it('older folders are looked through where they are folders of their own', async () => {
    const files = { '/bin/tool': { mode: 0o4755 } };
    expect(await answerOf('setuidPrograms', { files, folders: { '/bin': ['tool'] } })).toEqual({ checked: 1, unexpected: 1 });
  });
});

describe('shared folders', () => {
  it.each([
    ['all in order', 0o1777, { checked: 1, missing: 0 }],
    ['anybody may remove what is another’s', 0o777, { checked: 1, missing: 1 }],
    ['closed to others', 0o755, { checked: 1, missing: 0 }],
  ])('%s', async (_, mode, expected) => {
    expect(await answerOf('stickyFolders', { folders: { '/tmp': { names: [], mode } } })).toEqual(expected);
  });

  it('without any of them nothing is known', async () => {
    expect(await answerOf('stickyFolders', {})).toBe('not-found');
  });
});

describe('scheduled jobs', () => {
  it('one that others may change, and one that is somebody else’s', async () => {
    const files = { '/etc/crontab': { mode: 0o644 }, '/etc/cron.d/a': { mode: 0o664 }, '/etc/cron.daily/b': { mode: 0o755, uid: 1000 }, '/etc/cron.daily/c': { type: 'link' as const, mode: 0o777 } };
    const folders = { '/etc/cron.d': ['a'], '/etc/cron.daily': ['b', 'c'] };
    expect(await answerOf('scheduledFilePermissions', { files, folders })).toEqual({ checked: 5, tooOpen: 2 });
  });

  it('a machine without any says so', async () => {
    expect(await answerOf('scheduledFilePermissions', {})).toBe('not-found');
  });
});

describe('boot files', () => {
  it.each([[0o600, 0], [0o444, 1], [0o660, 1], [0o700, 0]])('mode %o', async (mode, tooOpen) => {
    expect(await answerOf('bootFilePermissions', { files: { '/boot/grub/grub.cfg': { mode } } })).toEqual({ checked: 1, tooOpen });
  });

  it('no menu in the usual places', async () => {
    expect(await answerOf('bootFilePermissions', {})).toBe('not-found');
  });
});
