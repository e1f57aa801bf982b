import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundedDesk, newDesk, readJson, root, year, type Desk, type Outcome } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const folder = join(root, 'docs/schemas');
const validators = new Map<string, ValidateFunction>();
const seen = new Set<string>();

function problemsOf(name: string, value: unknown): unknown {
  const validate = validators.get(name) ?? ajv.compile(readJson(join(folder, `${name}.schema.json`)));
  validators.set(name, validate);
  seen.add(name);
  return validate(value) ? [] : validate.errors?.slice(0, 3);
}

let desk: Desk;

beforeAll(() => {
  desk = foundedDesk();
  writeFileSync(join(desk.home, 'departments.csv'), '部门编号,部门名称\nD01,办公室\n');
  writeFileSync(join(desk.home, 'rules.yaml'), 'parameters:\n  - { id: talkMonths, value: 6, source: 管理办法, approvedBy: 王某 }\n');
  writeFileSync(join(desk.home, 'answers.json'), JSON.stringify({ unit: '西湖区示例局' }));
  writeFileSync(join(desk.home, 'facts.json'), '{}');
});

// Each line is run on the same desk, one after the other.
const done: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['register-list', 'register', 'list'],
  ['register-template', 'register', 'template', 'personnel'],
  ['register-import', 'register', 'import', 'departments', 'departments.csv'],
  ['register-add', 'register', 'add', 'departments', '--set', 'no=D02', '--set', 'name=信息中心'],
  ['register-list', 'register', 'list', 'departments'],
  ['register-confirm', 'register', 'confirm', 'departments'],
  ['register-confirm', 'register', 'confirm', 'personnel', '--nil'],
  ['parameter-set', 'parameter', 'set', 'trainingHours', '8', '--key', '核心', '--source', '培训制度', '--approved-by', '王某'],
  ['parameter-import', 'parameter', 'import', 'rules.yaml'],
  ['parameter-list', 'parameter', 'list'],
  ['checklist-list', 'checklist', 'list'],
  ['checklist-show', 'checklist', 'show', 'organisation'],
  ['checklist-validate', 'checklist', 'validate', join(root, 'checklists/personnel.yaml')],
  ['assess-answer', 'assess', 'answer', 'UNIT-01', '--checklist', 'organisation', '--answer', 'pass', '--by', '张某'],
  ['assess-answer', 'assess', 'answer', 'UNIT-02', '--checklist', 'organisation', '--answer', 'fail', '--fact', '分工文件未更新', '--deduct', 'UNIT-02.1'],
  ['assess-run', 'assess', 'run', '--checklist', 'organisation'],
  ['assess-run', 'assess', 'run', '--checklist', 'organisation', '--checklist', 'terminal-office'],
  ['assess-list', 'assess', 'list'],
  ['assess-show', 'assess', 'show', `A-${year}-0001`],
  ['assess-compare', 'assess', 'compare', `A-${year}-0001`, `A-${year}-0002`],
  ['finding-list', 'finding', 'list'],
  ['finding-show', 'finding', 'show', `W-${year}-0001`],
  ['finding-rectify', 'finding', 'rectify', `W-${year}-0001`, '--measure', '已更新分工文件', '--by', '李某'],
  ['finding-verify', 'finding', 'verify', `W-${year}-0001`, '--by', '王某', '--result', 'pass'],
  ['report-self-assessment', 'report', 'self-assessment', '--output', 'paper.pdf'],
  ['report-list', 'report', 'list'],
  ['report-verify', 'report', 'verify', 'paper.pdf'],
  ['journal-list', 'journal', 'list'],
  ['journal-verify', 'journal', 'verify'],
  ['store-verify', 'store', 'verify', '--deep'],
  ['status', 'status'],
  ['doctor', 'doctor'],
];

describe('what --json prints obeys the published schema', () => {
  it.each(done.map((line) => [line.join(' '), line] as const))('%s', (_name, [schema, ...args]) => {
    const outcome = desk.run(...args, '--json');
    expect(outcome.stderr).toBe('');
    expect(outcome.exit).toBe(0);
    expect(problemsOf(schema, outcome.json())).toEqual([]);
  });

  it('init, and the demo from start to stop', () => {
    const other = newDesk();
    const founded = other.run('init', '--from', join(desk.home, 'answers.json'), '--json');
    expect(problemsOf('init', founded.json())).toEqual([]);
    const demo = join(other.home, 'demo');
    for (const [name, ...args] of [['demo-start', 'demo', 'start'], ['demo-reset', 'demo', 'reset'], ['demo-stop', 'demo', 'stop']] as const) {
      const outcome = other.run(...args, '--data', demo, '--json');
      expect(outcome.exit).toBe(0);
      expect(problemsOf(name, outcome.json())).toEqual([]);
    }
  });
});

// What went wrong, and the exit that both modes must have.
const failures: readonly (readonly [exit: number, ...args: string[]])[] = [
  [2, 'asess', 'run'],
  [2, 'assess', 'run', '--no-such-flag'],
  [2, 'assess', 'show', 'one', 'two'],
  [2, 'finding', 'verify', `W-${year}-0001`, '--by', '王某', '--result', 'perhaps'],
  [2, 'finding', 'verify', `W-${year}-0001`],
  [2, 'parameter', 'set', 'talkMonths', '6', '--source', 'x', '--approved-by', 'y', '--since', 'yesterday'],
  [2, 'journal', 'list', '--limit', 'many'],
  [2, 'assess', 'answer', 'UNIT-01', '--checklist', 'organisation'],
  [3, 'init', '--no-input', '--unit', '东湖区示例局'],
  [3, 'status', '--data', 'nowhere'],
  [4, 'assess', 'run', '--checklist', 'no-such-list'],
  [4, 'register', 'import', 'personnel', 'missing.csv'],
  [4, 'checklist', 'validate', 'rules.yaml'],
  [4, 'finding', 'show', 'W-1999-0001'],
  [5, 'report', 'verify', 'broken.pdf'],
  [10, 'assess', 'run', '--checklist', 'organisation', '--fail-on', 'low'],
  [11, 'assess', 'run', '--checklist', 'organisation', '--fail-on', 'incomplete'],
];

describe('exit codes are the same for people and for programs', () => {
  beforeAll(() => {
    writeFileSync(join(desk.home, 'broken.pdf'), '%PDF-1.7\nnot ours\n');
  });

  it.each(failures.map((line) => [line.join(' '), line] as const))('%s', (_name, [exit, ...args]) => {
    const human = desk.run(...args);
    const machine = desk.run(...args, '--json');
    expect([human.exit, machine.exit]).toEqual([exit, exit]);
    if (exit >= 10) expect(problemsOf('assess-run', machine.json())).toEqual([]);
    else expectError(human, machine, exit);
  });

  it('a run in which nothing could be evaluated is incomplete by itself', () => {
    const outcome = desk.run('assess', 'run', '--checklist', 'terminal-office', '--facts', 'facts.json', '--json');
    expect(outcome.exit).toBe(11);
  });
});

function expectError(human: Outcome, machine: Outcome, exit: number): void {
  const told = machine.json<{ error: { code: string; message: string; exit: number } }>();
  expect(problemsOf('error', told)).toEqual([]);
  expect(told.error.exit).toBe(exit);
  expect(human.stdout).toBe('');
  expect(human.stderr).toContain(told.error.code);
  expect(human.stderr).toContain(told.error.message);
}

// Tried in files of their own, each against its schema: the night watch, schedules, backups and their like.
const elsewhere = /^(agent|schedule|calendar|backup)-|^store-repair$/;
const files = ['checklist', 'init-answers', 'parameter-file', 'register-form', 'report-form'];

afterAll(() => {
  const published = readdirSync(folder).map((name) => name.replace('.schema.json', ''));
  expect(published.filter((name) => !seen.has(name) && !files.includes(name) && !elsewhere.test(name))).toEqual([]);
});
