import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { slotId } from '#calendar/due-slots.js';
import type { Job } from '#domain/job.js';
import { openStore } from '#store/store.js';
import { beginSlot, completion, failAttempt, recordMissed } from '#workflows/slot-ledger.js';
import { expectDone, foundedDesk, readJson, root, year, type Desk, type Outcome } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const thisYear = Number(year);

function problemsOf(name: string, value: unknown): unknown {
  const validate = ajv.compile(readJson(join(root, `docs/schemas/${name}.schema.json`)));
  return validate(value) ? [] : validate.errors?.slice(0, 3);
}

function wideLines(outcome: Outcome): readonly string[] {
  return `${outcome.stdout}\n${outcome.stderr}`.split('\n').filter((line) => stringWidth(line) > 80);
}

let desk: Desk;

beforeAll(() => {
  desk = foundedDesk();
  const days = Array.from({ length: 3 }, (_, index) => `${String(thisYear)}-10-0${String(index + 1)},放假,国庆节`);
  writeFileSync(join(desk.home, 'holidays.csv'), ['日期,类型,名称', ...days, `${String(thisYear)}-10-10,上班,国庆节`].join('\n'));
  writeFileSync(join(desk.home, 'broken.csv'), `${String(thisYear)}-10-01,放假,x\n${String(thisYear)}-02-30,放假,x\n${String(thisYear)}-10-01,放假,x\n`);
});

// Each line is run on the same desk, one after the other, by name with --json and its sister for people.
const done: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['schedule-list', 'schedule', 'list'],
  ['calendar-show', 'calendar', 'show'],
  ['calendar-holidays-list', 'calendar', 'holidays', 'list'],
  ['calendar-holidays-import', 'calendar', 'holidays', 'import', 'holidays.csv', '--source', '国务院办公厅关于部分节假日安排的通知'],
  ['calendar-holidays-list', 'calendar', 'holidays', 'list', '--year', year],
  ['calendar-show', 'calendar', 'show', '--month', `${year}-10`],
  ['schedule-list', 'schedule', 'list'],
  ['schedule-next', 'schedule', 'next', '--count', '5'],
  ['schedule-log', 'schedule', 'log'],
];

describe('calendar and jobs, read', () => {
  it.each(done.map((line) => [line.join(' '), line] as const))('%s', (_name, [schema, ...args]) => {
    const human = desk.run(...args);
    const machine = desk.run(...args, '--json');
    expect([human.exit, machine.exit, machine.stderr]).toEqual([0, 0, '']);
    expect(problemsOf(schema, machine.json())).toEqual([]);
    expect(wideLines(human)).toEqual([]);
    expect(wideLines(desk.run(...args, '--lang', 'en'))).toEqual([]);
  });

  it('the month names the holiday and the weekend that is worked', () => {
    const { stdout } = desk.run('calendar', 'show', '--month', `${year}-10`);
    expect(stdout).toMatch(new RegExp(`${year}-10-01  周.  休息日  国庆节`));
    expect(stdout).toMatch(new RegExp(`${year}-10-10  周.  工作日  国庆节`));
    expect(desk.run('calendar', 'show', '--month', `${String(thisYear + 2)}-10`).stdout).toContain('未知');
  });
});

// `a` is added for people and `b` with --json: the same work, twice.
const made: readonly (readonly [schema: string, words: string, verb: string, ...flags: string[]])[] = [
  ['schedule-add', '每个工作日 12:30', 'add', '--every', 'workday', '--at', '12:30', '--do', 'assess run --checklist organisation --report'],
  ['schedule-edit', '每周日 09:00', 'edit', '--every', 'week', '--on', '7', '--at', '9:00'],
  ['schedule-edit', '每月 5 日 10:00', 'edit', '--every', 'month', '--on', '5', '--at', '10:00'],
  ['schedule-edit', '每季度首月 5 日 10:00', 'edit', '--every', 'quarter', '--on', '5', '--at', '10:00'],
  ['schedule-edit', 'cron 30 12 * * 1-5', 'edit', '--cron', '30 12 * * 1-5'],
  ['schedule-edit', 'Asia/Urumqi', 'edit', '--zone', 'Asia/Urumqi'],
  ['schedule-edit', '08:30-18:00 不启动', 'edit', '--quiet-hours', '08:30-18:00', '--jitter', '10', '--no-catch-up', '--max-runtime', '60'],
  ['schedule-edit', '错过后补检', 'edit', '--catch-up', '--quiet-hours', 'none'],
  ['schedule-disable', '已停用', 'disable'],
  ['schedule-enable', '错过后补检', 'enable'],
  ['schedule-run', 'R-', 'run'],
  ['schedule-edit', 'zicha backup create --to', 'edit', '--do', 'zicha backup create --to copies-of-JOB'],
  ['schedule-run', 'copies', 'run'],
  ['schedule-remove', '到期台账保留', 'remove'],
];

describe('a job from its first day to its last', () => {
  it.each(made.map((line) => [`${line[2]}: ${line[1]}`, line] as const))('%s', (_name, [schema, words, verb, ...flags]) => {
    // Two backups of one second would bear one name: each job has its own folder.
    const flagsFor = (job: string): readonly string[] => flags.map((flag) => flag.replace('JOB', job));
    const human = expectDone(desk.run('schedule', verb, '午检甲', ...flagsFor('甲')));
    const machine = expectDone(desk.run('schedule', verb, '午检乙', ...flagsFor('乙'), '--json'));
    expect(human.stdout).toContain(words);
    expect(human.stderr).toContain('下一步');
    expect(machine.stderr).toBe('');
    expect(problemsOf(schema, machine.json())).toEqual([]);
    // A folder's name is printed whole.
    expect(wideLines(human).filter((line) => !line.includes(desk.home))).toEqual([]);
  });

  it('shows its next three dates with their weekdays, and says what is not known', () => {
    const { stdout } = expectDone(desk.run('schedule', 'add', '年检', '--cron', `0 9 5 1 *`, '--do', 'assess run'));
    expect(stdout.match(/\d{4}-01-05 09:00 周[一二三四五六日] {2}未知（无该年节假日表）/g)).toHaveLength(3);
    expectDone(desk.run('schedule', 'remove', '年检'));
  });

  it('leaves paper and backup behind that were asked for', () => {
    expect(existsSync(join(desk.data, 'reports', `R-${year}-0001.pdf`))).toBe(true);
    expect([existsSync(join(desk.home, 'copies-of-甲')), existsSync(join(desk.home, 'copies-of-乙'))]).toEqual([true, true]);
  });

  it('run by hand completes no slot', () => {
    expect(desk.run('schedule', 'log', '--json').json()).toEqual({ entries: [] });
  });
});

// What went wrong, and the exit that both modes must have.
const failures: readonly (readonly [exit: number, code: string, ...args: string[]])[] = [
  [4, 'job-action-invalid', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--do', 'rm -rf /'],
  [4, 'job-action-invalid', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--do', 'assess run; reboot'],
  [4, 'job-rhythm-invalid', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--cron', '0 1 * * *', '--do', 'assess run'],
  [4, 'job-rhythm-invalid', 'schedule', 'add', 'x', '--do', 'assess run'],
  [4, 'job-rhythm-invalid', 'schedule', 'add', 'x', '--every', 'day', '--at', '25:00', '--do', 'assess run'],
  [4, 'job-on-invalid', 'schedule', 'add', 'x', '--every', 'week', '--at', '12:30', '--do', 'assess run'],
  [4, 'job-cron-invalid', 'schedule', 'add', 'x', '--cron', '0 0 31 2 *', '--do', 'assess run'],
  [4, 'job-zone-unknown', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--do', 'assess run', '--zone', 'Asia/Peking'],
  [4, 'job-quiet-hours-invalid', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--do', 'assess run', '--quiet-hours', '8-18'],
  [4, 'checklist-unknown', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30', '--do', 'assess run --checklist none-such'],
  [4, 'job-unknown', 'schedule', 'run', '晚检'],
  [4, 'job-unknown', 'schedule', 'log', '晚检'],
  [4, 'calendar-file-invalid', 'calendar', 'holidays', 'import', 'broken.csv', '--source', 'x'],
  [2, 'usage-missing-flag', 'schedule', 'add', 'x', '--every', 'day', '--at', '12:30'],
  [2, 'usage-missing-flag', 'calendar', 'holidays', 'import', 'holidays.csv'],
  [2, 'usage-not-an-option', 'schedule', 'add', 'x', '--every', 'year', '--at', '12:30', '--do', 'assess run'],
  [2, 'usage-not-a-month', 'calendar', 'show', '--month', '2026-13'],
];

describe('what is refused', () => {
  it.each(failures.map((line) => [line.slice(2).join(' '), line] as const))('%s', (_name, [exit, code, ...args]) => {
    const human = desk.run(...args);
    const machine = desk.run(...args, '--json');
    expect([human.exit, machine.exit, human.stdout]).toEqual([exit, exit, '']);
    expect(problemsOf('error', machine.json())).toEqual([]);
    expect(machine.json<{ error: { code: string } }>().error.code).toBe(code);
    expect(human.stderr).toContain(code);
  });

  it('leaves nothing behind', () => {
    expect(desk.run('schedule', 'list', '--json').json()).toEqual({ jobs: [] });
    expect(desk.run('calendar', 'holidays', 'list', '--json').json<{ days: unknown[] }>().days).toHaveLength(4);
  });
});

describe('the due ledger', () => {
  it('is told newest first, in words, with what each time led to', async () => {
    const { job } = expectDone(desk.run('schedule', 'add', '夜检', '--every', 'day', '--at', '02:00', '--do', 'assess run', '--json')).json<{ job: Job }>();
    await keepLedger(job);
    const human = expectDone(desk.run('schedule', 'log', '夜检'));
    expect(human.stdout.split('\n').slice(1, 5).map((line) => line.replace(/ +/g, ' '))).toEqual([
      '2026-01-04 02:00 夜检 1 失败（检查表有误）', '2026-01-03 02:00 夜检 1 待重试（超过最长时间）', '2026-01-02 02:00 夜检 1 补检', '2026-01-01 02:00 夜检 0 未执行（关机或值守程序未运行）',
    ]);
    expect(wideLines(human)).toEqual([]);
    const told = expectDone(desk.run('schedule', 'log', '--limit', '2', '--json'));
    expect(problemsOf('schedule-log', told.json())).toEqual([]);
    expect(told.json<{ entries: unknown[] }>().entries).toHaveLength(2);
    expectDone(desk.run('schedule', 'remove', '夜检'));
    expect(desk.run('schedule', 'log').stdout).toContain('（已删除）');
  });
});

async function keepLedger(job: Job): Promise<void> {
  const store = await openStore(desk.data);
  const now = new Date().toISOString();
  const recording = { actor: { person: '定时任务', role: 'scheduler', proof: 'claimed' }, at: now } as const;
  const due = (day: string, late: boolean) => ({ job, id: slotId(job, `${day}T02:00`), dueAt: new Date(`${day}T02:00:00+08:00`).toISOString(), late, attempts: 0 });
  const attempt = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
  await recordMissed(store, [{ ...due('2026-01-01', false), reason: 'machine-off' }], recording);
  const made = due('2026-01-02', true);
  await beginSlot(store, made, attempt(1), false, recording);
  await store.transact(recording, (snapshot) => ({ kind: 'slot.completed', changes: [completion(snapshot, made.id, attempt(1), now, { assessmentIds: [] })], result: undefined }));
  await beginSlot(store, due('2026-01-03', false), attempt(2), false, recording);
  await failAttempt(store, due('2026-01-03', false).id, attempt(2), 'timed-out', 0, recording);
  await beginSlot(store, due('2026-01-04', false), attempt(3), false, recording);
  await failAttempt(store, due('2026-01-04', false).id, attempt(3), 'refused', 0, recording);
  await store.close();
}

describe('help', () => {
  it.each([['calendar', 'holidays', 'import'], ['calendar', 'holidays', 'list'], ['schedule', 'add'], ['calendar', 'holidays'], ['calendar'], ['schedule']])('fits 80 columns: %s %s %s', (...args) => {
    for (const language of ['zh-CN', 'en']) {
      const page = expectDone(desk.run(...args.filter(Boolean), '--help', '--lang', language));
      expect(wideLines(page)).toEqual([]);
      expect(page.stdout).not.toMatch(/topic\.|command\.|:holidays/);
    }
  });
});
