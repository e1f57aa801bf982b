import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ledgerRows, slotText } from '#cli/screens/ledger-rows.js';
import { jobPage } from '#cli/screens/job-page.js';
import { rhythmText, termsText, weekdayText } from '#cli/screens/rhythm-text.js';
import type { Rhythm } from '#domain/job.js';
import { failReasons, missReasons, type Slot } from '#domain/slot.js';
import { sayIn } from '#messages/say.js';
import { noonJob, slotAt } from '../calendar/office-jobs.js';

const zh = sayIn('zh-CN');
const en = sayIn('en');

describe('a rhythm in words', () => {
  it.each<[Rhythm, string, string]>([
    [{ kind: 'workday', at: '12:30' }, '每个工作日 12:30', 'every workday 12:30'],
    [{ kind: 'day', at: '12:30' }, '每日 12:30', 'every day 12:30'],
    [{ kind: 'week', at: '09:00', on: 1 }, '每周一 09:00', 'every Monday 09:00'],
    [{ kind: 'week', at: '09:00', on: 7 }, '每周日 09:00', 'every Sunday 09:00'],
    [{ kind: 'month', at: '10:00', on: 5 }, '每月 5 日 10:00', 'day 5 of every month 10:00'],
    [{ kind: 'month', at: '10:00', on: 31 }, '每月 31 日 10:00（没有该日的月份在月末）', 'day 31 of every month 10:00 (the last day of a shorter month)'],
    [{ kind: 'quarter', at: '10:00', on: 5 }, '每季度首月 5 日 10:00', 'day 5 of the first month of every quarter 10:00'],
    [{ kind: 'quarter', at: '10:00', on: 31 }, '每季度首月 31 日 10:00（没有该日的月份在月末）', 'day 31 of the first month of every quarter 10:00 (the last day of a shorter month)'],
    [{ kind: 'cron', expression: '30 12 * * 1-5' }, 'cron 30 12 * * 1-5', 'cron 30 12 * * 1-5'],
  ])('%j', (rhythm, chinese, english) => {
    expect([rhythmText(rhythm, zh), rhythmText(rhythm, en)]).toEqual([chinese, english]);
  });

  it('with all its terms', () => {
    const job = { catchUp: true, jitterMinutes: 10, quietHours: { from: '08:30', to: '18:00' }, maxRuntimeMinutes: 30 };
    expect(termsText(job, zh)).toBe('错过后补检；随机推迟至多 10 分钟；08:30-18:00 不启动（逾期超过 24 小时除外）；最长 30 分钟');
    expect(termsText({ ...job, catchUp: false, jitterMinutes: 0, quietHours: null }, zh)).toBe('错过后不补；最长 30 分钟');
    expect(termsText(job, en)).toBe('missed times are made up; random delay up to 10 min; not begun 08:30-18:00 (unless overdue by more than 24 hours); at most 30 min');
  });

  it('weekdays', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((day) => weekdayText(day, zh))).toEqual(['周一', '周六', '周日']);
  });
});

describe('the due ledger on the screen', () => {
  const state = (more: Partial<Slot>): string => slotText(slotAt(noonJob, '2026-10-12 12:30', 'done', more), zh);

  it('says the states in words', () => {
    expect([state({}), state({ late: true }), state({ state: 'running' }), state({ state: 'waiting' })]).toEqual(['按时完成', '补检', '运行中', '待重试']);
  });

  it('says the reason of every time that was not kept', () => {
    expect(missReasons.map((reason) => state({ state: 'missed', reason }))).toEqual(['未执行（关机或值守程序未运行）', '未执行（任务不补检）']);
    for (const reason of failReasons) expect(state({ state: 'failed', reason })).toMatch(/^失败（.+）$/);
  });

  it('gives due time, tries and numbers, within 80 columns', () => {
    const slot = slotAt(noonJob, '2026-10-12 12:30', 'done', { reportNumber: 'R-2026-0012', attempts: 2 });
    const [, first, second] = ledgerRows([
      { slot, job: '每个工作日中午的本机自查（全部检查表）', assessmentNumbers: ['A-2026-0001', 'A-2026-0002', 'A-2026-0003', 'A-2026-0004'] },
      { slot: slotAt(noonJob, '2026-10-11 12:30', 'missed'), job: null, assessmentNumbers: [] },
    ], zh, 80);
    expect(first).toMatch(/^2026-10-12 12:30 .* 2 {2}按时完成 {2}A-2026-0001…0004 {2}R-2026-0012$/);
    expect(second).toMatch(/^2026-10-11 12:30 {2}（已删除） .* 0 {2}未执行（关机或值守程序未运行）$/);
  });

  it.each([['zh', zh], ['en', en]] as const)('every reason is whole within 80 columns, a backup by its name: %s', (_language, say) => {
    const slots = [
      ...missReasons.map((reason) => slotAt(noonJob, '2026-10-12 12:30', 'missed', { reason })), ...failReasons.map((reason) => slotAt(noonJob, '2026-10-12 12:30', 'failed', { reason })),
      slotAt(noonJob, '2026-10-12 12:30', 'done', { late: true, backup: '/media/a/b/c/zicha-12345678-20261012-123000' }),
    ];
    const lines = ledgerRows(slots.map((slot) => ({ slot, job: '每个工作日中午的本机自查（全部检查表）', assessmentNumbers: [] })), say, 80);
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    for (const [index, slot] of slots.entries()) expect(lines[index + 1]).toContain(slotText(slot, say));
    expect(lines.at(-1)).toMatch(/ {2}zicha-12345678-20261012-123000$/);
  });

  it('is empty in words', () => {
    expect(ledgerRows([], zh, 80)).toEqual(['到期台账还没有记录']);
  });
});

describe('a job on the screen', () => {
  it('names its weekday, and what is not known of a day', () => {
    const next = [{ at: '2026-11-25T04:30:00.000Z', local: '2026-11-25T12:30', dayKind: 'unknown-weekday' as const }];
    expect(jobPage({ job: noonJob, next, last: undefined }, zh, 80)).toContain('接下来  2026-11-25 12:30 周三  未知（无该年节假日表）');
  });
});
