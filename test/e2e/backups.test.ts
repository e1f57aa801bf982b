import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, readJson, root, type Desk, type Outcome } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

function problemsOf(name: string, value: unknown): unknown {
  const validate = ajv.compile(readJson(join(root, 'docs/schemas', `${name}.schema.json`)));
  return validate(value) ? [] : validate.errors?.slice(0, 3);
}

let desk: Desk;
let backup: string;

/** The result of a run that ends well, held against its schema; nothing but the result is printed. */
function result<T>(from: Desk, schema: string, ...args: readonly string[]): T {
  const outcome = from.run(...args, '--json');
  expect([outcome.exit, outcome.stderr]).toEqual([0, '']);
  expect(problemsOf(schema, outcome.json())).toEqual([]);
  return outcome.json<object>() as T;
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function spoiltDesk(): Desk {
  const spoilt = foundedDesk();
  for (const book of ['personnel', 'places', 'departments']) expectDone(spoilt.run('register', 'confirm', book, '--nil'));
  const segment = join(spoilt.data, 'journal/000001.jnl');
  flip(segment, readFileSync(segment).indexOf(0x0a) + 80);
  return spoilt;
}

beforeAll(() => {
  desk = foundedDesk();
  expectDone(desk.run('assess', 'answer', 'UNIT-01', '--checklist', 'organisation', '--answer', 'pass', '--by', '张某'));
  expectDone(desk.run('assess', 'run', '--checklist', 'organisation'));
  backup = result<{ path: string }>(desk, 'backup-create', 'backup', 'create', '--by', '张某').path;
});

describe('a backup, from making it to working on with what was restored', () => {
  it('stands beside the records, is listed and verifies', () => {
    expect(backup.startsWith(`${desk.data}-backups/zicha-`)).toBe(true);
    const { backups } = result<{ backups: readonly object[] }>(desk, 'backup-list', 'backup', 'list');
    expect(backups).toMatchObject([{ kind: 'created', state: 'present', path: backup }]);
    expect(result<{ problems: string[] }>(desk, 'backup-verify', 'backup', 'verify', backup).problems).toEqual([]);
  });

  it('comes back on a machine that has nothing but the program, and work goes on', () => {
    const other = newDesk();
    expect(result<{ backups: readonly object[] }>(other, 'backup-list', 'backup', 'list', '--in', `${desk.data}-backups`).backups).toMatchObject([{ kind: 'unrecorded' }]);
    result(other, 'backup-restore', 'backup', 'restore', backup, '--by', '李某');
    expect(expectDone(other.run('store', 'verify', '--deep')).stdout).toContain('数据完好');
    expect(expectDone(other.run('journal', 'list')).stdout).toContain('backup.restored');
    expect(expectDone(other.run('assess', 'show')).stdout).not.toBe('');
    expectDone(other.run('register', 'confirm', 'personnel', '--nil'));
    expect(other.run('backup', 'restore', backup, '--json').json()).toMatchObject({ error: { code: 'restore-not-empty', exit: 3 } });
  });

  it('whose folder was taken away is listed as absent', () => {
    const { path } = result<{ path: string }>(desk, 'backup-create', 'backup', 'create', '--to', join(desk.home, 'stick'));
    rmSync(path, { recursive: true });
    expect(expectDone(desk.run('backup', 'list')).stdout).toContain('不在了');
  });
});

describe('a repair', () => {
  it('of damaged records: read-only before, writable after, the loss on record', () => {
    const spoilt = spoiltDesk();
    expect(spoilt.run('register', 'confirm', 'personnel', '--nil').exit).toBe(20);
    const outcome = result<{ records: number; frames: number; copy: string; last: number }>(spoilt, 'store-repair', 'store', 'repair', '--reason', '磁盘坏道', '--by', '王某');
    expect(outcome).toMatchObject({ last: 1, records: 3, frames: 2 });
    expect(existsSync(join(outcome.copy, 'journal/000001.jnl'))).toBe(true);
    expectDone(spoilt.run('register', 'confirm', 'personnel', '--nil'));
    expectDone(spoilt.run('store', 'verify', '--deep'));
    expect(expectDone(spoilt.run('journal', 'list')).stdout).toContain('store.repaired');
  });

  it('says for people what it did', () => {
    const { stdout, exit } = spoiltDesk().run('store', 'repair', '--reason', '磁盘坏道', '--by', '王某');
    expect(exit).toBe(0);
    for (const text of ['截到第 1 条记录', '失去 3 条记录', 'quarantine/', '修复前的全部数据']) expect(stdout).toContain(text);
  });
});

describe('exit codes are the same for people and for programs', () => {
  beforeAll(() => {
    const changed = join(desk.home, 'changed');
    expectDone(desk.run('backup', 'create', '--to', changed));
    flip(join(changed, readdirSync(changed)[0] ?? '', 'journal/000001.jnl'), 100);
  });
  const changed = (): string => join(desk.home, 'changed', readdirSync(join(desk.home, 'changed'))[0] ?? '');

  const failures: readonly (readonly [exit: number, code: string, args: () => readonly string[]])[] = [
    [2, 'usage-missing-argument', () => ['backup', 'verify']],
    [2, 'usage-missing-flag', () => ['store', 'repair', '--by', '王某']],
    [3, 'store-not-initialised', () => ['backup', 'create', '--data', join(desk.home, 'nowhere')]],
    [3, 'repair-not-needed', () => ['store', 'repair', '--reason', '试', '--by', '王某']],
    [3, 'restore-not-empty', () => ['backup', 'restore', backup]],
    [4, 'backup-not-found', () => ['backup', 'verify', join(desk.home, 'nowhere')]],
    [4, 'backup-inside-records', () => ['backup', 'create', '--to', join(desk.data, 'backups')]],
    [4, 'restore-into-backup', () => ['backup', 'restore', backup, '--data', join(backup, 'new')]],
    [5, 'backup-damaged', () => ['backup', 'restore', changed(), '--data', join(desk.home, 'new')]],
  ];

  it.each(failures)('%i %s', (exit, code, args) => {
    const human = desk.run(...args());
    const machine = desk.run(...args(), '--json');
    expect([human.exit, machine.exit]).toEqual([exit, exit]);
    expect(problemsOf('error', machine.json())).toEqual([]);
    expect(machine.json()).toMatchObject({ error: { code, exit } });
    expect(human.stderr).toContain(code);
  });

  it('5 for a backup that differs, with each difference', () => {
    const outcomes: readonly Outcome[] = [desk.run('backup', 'verify', changed()), desk.run('backup', 'verify', changed(), '--json')];
    expect(outcomes.map(({ exit }) => exit)).toEqual([5, 5]);
    expect(problemsOf('backup-verify', outcomes[1]?.json())).toEqual([]);
    expect(outcomes[1]?.json<{ problems: string[] }>().problems).toEqual(['备份文件 journal/000001.jnl 的内容已改变']);
  });

  it('20 for a backup of damaged records', () => {
    const spoilt = spoiltDesk();
    expect([spoilt.run('backup', 'create').exit, spoilt.run('backup', 'create', '--json').exit]).toEqual([20, 20]);
    expect(spoilt.run('backup', 'list').exit).toBe(0);
  });
});

it.each([['backup', 'create'], ['backup', 'list'], ['backup', 'verify'], ['backup', 'restore'], ['store', 'repair'], ['backup']])('help of %s %s fits a terminal of 80 columns', (...words) => {
  for (const language of ['zh-CN', 'en']) {
    const { stdout, exit } = desk.run(...words, '--help', '--lang', language);
    expect([exit, stdout.split('\n').filter((line) => stringWidth(line) > 80)]).toEqual([0, []]);
  }
});
