import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planInstall } from '#agent/install/install-plan.js';
import { withLoginLine } from '#agent/install/login-line.js';
import { installKinds, type InstallKind } from '#domain/installation.js';
import { languages, sayIn } from '#messages/say.js';
import { staffNotice, type NoticeGiven } from '#workflows/staff-notice.js';

const here = import.meta.dirname;
const entry = { node: '/usr/bin/node', script: '/opt/zicha/bin/run.js', folder: '/home/qian/.local/state/zicha' };
const places = { home: '/home/qian', config: '/home/qian/.config', account: 'qian' };
const files: Readonly<Record<InstallKind, string>> = { 'systemd-user': 'user.service', autostart: 'zicha-agent.desktop', 'systemd-system': 'system.service', 'windows-task': 'task.xml' };

describe('what install writes for a usual office machine', () => {
  it.each(installKinds)('%s is the reviewed one', async (kind) => {
    const { text } = planInstall(kind, { entry, places, output: undefined, backups: ['/srv/backups'] }, sayIn('zh-CN'));
    await expect(text).toMatchFileSnapshot(join(here, files[kind]));
  });

  it('the Windows task is UTF-16 with its mark, as its first line says', () => {
    const { bytes, text } = planInstall('windows-task', { entry, places, output: undefined, backups: [] }, sayIn('zh-CN'));
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(bytes.subarray(2).toString('utf16le')).toBe(text);
    expect(text.split('\r\n')[0]).toBe('<?xml version="1.0" encoding="UTF-16"?>');
    expect(text).toContain('<RunLevel>LeastPrivilege</RunLevel>');
  });

  it('the login line is the reviewed one', async () => {
    await expect(withLoginLine('', entry.folder)).toMatchFileSnapshot(join(here, 'profile'));
  });

  it.each(languages)('the notice for staff is the reviewed one: %s', async (language) => {
    const assess = { kind: 'assess' as const, checklistIds: [], report: true };
    const jobs: NoticeGiven['jobs'] = [
      { name: '午间自查', rhythm: { kind: 'workday', at: '12:30' }, zone: 'Asia/Shanghai', action: assess, enabled: true },
      { name: '每日', rhythm: { kind: 'day', at: '06:00' }, zone: 'Asia/Urumqi', action: assess, enabled: true },
      { name: '周检', rhythm: { kind: 'week', at: '09:00', on: 7 }, zone: 'Asia/Shanghai', action: assess, enabled: true },
      { name: '季检', rhythm: { kind: 'quarter', at: '09:00', on: 5 }, zone: 'Asia/Shanghai', action: assess, enabled: true },
      { name: '备份', rhythm: { kind: 'month', at: '17:00', on: 1 }, zone: 'Asia/Shanghai', action: { kind: 'backup' }, enabled: true },
      { name: '自定', rhythm: { kind: 'cron', expression: '30 12 * * 1-5' }, zone: 'Asia/Shanghai', action: assess, enabled: true },
      { name: '停用的任务', rhythm: { kind: 'day', at: '03:00' }, zone: 'Asia/Shanghai', action: assess, enabled: false },
    ];
    const notice = staffNotice({ identity: { unit: '东湖区示例局', officer: '钱宁' }, jobs, folder: entry.folder, at: '2026-11-24T01:00:00.000Z', notify: false }, sayIn(language));
    expect(notice).not.toContain('停用的任务');
    await expect(notice).toMatchFileSnapshot(join(here, `notice.${language}.txt`));
  });
});
