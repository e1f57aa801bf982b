import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, root, type Desk } from './zicha.js';

let desk: Desk;

beforeAll(() => {
  desk = foundedDesk();
});

/** The shipped checklist of persons with one thing in it changed, under its own name in a folder of its own. */
function spoilt(name: string, from: string | RegExp, to: string): string {
  const folder = join(desk.home, name);
  mkdirSync(folder);
  const text = readFileSync(join(root, 'checklists/personnel.yaml'), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error('nothing to spoil');
  writeFileSync(join(folder, 'personnel.yaml'), changed);
  return join(folder, 'personnel.yaml');
}

const faults: readonly (readonly [name: string, from: string | RegExp, to: string, code: string])[] = [
  ['a key that does not exist', 'severity:', 'severty:', 'shape-unknown-key'],
  ['a number where a word belongs', /severity: \w+/, 'severity: 7', 'shape-not-allowed'],
  ['a list where a text belongs', /title: .*/, 'title: [a, b]', 'shape-wrong-type'],
  ['a fact that nobody collects', /expect: .*\n/, 'expect: "moonPhase.full"\n', 'expression-unknown-name'],
  ['a column that the book does not have', /expect: .*\n/, 'expect: "has(row.undertakng_at)"\n', 'expression-unknown-field'],
  ['a value that the column never takes', /where: .*\n/, 'where: "row.state == \'在港\'"\n', 'expression-enum-value'],
  ['an expression that is no question', /expect: .*\n/, 'expect: "1 + 1"\n', 'expression-not-bool'],
];

describe('a checklist with a fault names line, key and cure, and runs nothing', () => {
  it.each(faults)('%s', (name, from, to, code) => {
    const outcome = desk.run('checklist', 'validate', spoilt(name, from, to), '--json');
    const { error } = outcome.json<{ error: { problems: { code: string; cure: string; params: { line?: number } }[] } }>();
    expect(outcome.exit).toBe(4);
    const problem = error.problems.find((each) => each.code === code);
    expect(problem?.params.line).toBeGreaterThan(1);
    expect(problem?.cure).not.toBe('');
  });

  it('a bomb of aliases is refused at once', () => {
    const file = join(desk.home, 'bomb.yaml');
    const levels = 'abcdefghij'.split('').map((name, index, all) => `${name}: &${name} [${index === 0 ? 'x' : Array(9).fill(`*${all[index - 1] ?? ''}`).join(', ')}]`);
    writeFileSync(file, levels.join('\n'));
    const outcome = desk.run('checklist', 'validate', file, '--json');
    expect(outcome.exit).toBe(4);
    expect(outcome.stdout).toContain('yaml-alias');
  });
});

describe('a records folder that is not safe is refused, and nothing in it changes', () => {
  it('is not there: exit 3 and the command that sets it up', () => {
    const outcome = newDesk().run('status');
    expect(outcome.exit).toBe(3);
    expect(outcome.stderr).toContain('zicha init');
  });

  it('can be written by others of the group', () => {
    const shared = foundedDesk();
    chmodSync(shared.data, 0o770);
    const outcome = shared.run('register', 'confirm', 'personnel', '--nil', '--json');
    expect(outcome.json()).toMatchObject({ error: { code: 'store-folder-shared', exit: 3 } });
  });

  it('is a link to somewhere else', () => {
    const linked = foundedDesk();
    const link = join(linked.home, 'link');
    symlinkSync(linked.data, link);
    expect(linked.run('register', 'confirm', 'personnel', '--nil', '--data', link, '--json').json()).toMatchObject({ error: { code: 'store-folder-link' } });
  });

  it('is a file', () => {
    const other = newDesk();
    writeFileSync(join(other.home, 'records'), 'a letter');
    const outcome = other.run('init', '--no-input', '--unit', '东湖区示例局', '--json');
    expect(outcome.exit).toBe(3);
    expect(readFileSync(other.data, 'utf8')).toBe('a letter');
  });

  it('belongs to somebody else\'s files', () => {
    const other = newDesk();
    mkdirSync(other.data);
    writeFileSync(join(other.data, '年终总结.txt'), '不要动');
    expect(other.run('init', '--no-input', '--unit', '东湖区示例局', '--json').json()).toMatchObject({ error: { code: 'store-folder-not-empty' } });
    expect(readdirSync(other.data)).toEqual(['年终总结.txt']);
  });

  it('has a damaged journal: exit 20 with the place, and every byte stays as it was', () => {
    const damaged = foundedDesk();
    expectDone(damaged.run('register', 'confirm', 'personnel', '--nil'));
    const segment = join(damaged.data, 'journal', readdirSync(join(damaged.data, 'journal'))[0] ?? '');
    const bytes = readFileSync(segment);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(segment, bytes);
    for (const args of [['status'], ['assess', 'run'], ['register', 'confirm', 'places', '--nil'], ['store', 'verify']]) {
      expect(damaged.run(...args).exit).toBe(20);
    }
    expect(readFileSync(segment).equals(bytes)).toBe(true);
    expect(damaged.run('doctor').exit).toBe(20);
  });
});

describe('a person is only asked at a terminal', () => {
  it('init without one names the flags', () => {
    const outcome = newDesk().run('init');
    expect(outcome.exit).toBe(2);
    expect(outcome.stderr).toContain('--unit');
  });

  it('a mode that does not exist is refused with the ones that do', () => {
    const outcome = newDesk().run('init', '--no-input', '--unit', '东湖区示例局', '--mode', 'secret');
    expect(outcome.exit).toBe(2);
    expect(outcome.stderr).toContain('non-classified');
  });

  it('a misspelt command is met with the right one', () => {
    expect(newDesk().run('asess', 'run').stderr).toContain('zicha assess run');
  });
});

describe('a classified machine', () => {
  it('runs no probe, and says so for every automated item', () => {
    const classified = newDesk();
    expectDone(classified.run('init', '--no-input', '--unit', '东湖区示例局', '--mode', 'classified'));
    const outcome = classified.run('assess', 'run', '--checklist', 'terminal-internal', '--json');
    expect(outcome.exit).toBe(11);
    const { assessments } = outcome.json<{ assessments: { facts: Record<string, { reason: string }>; results: { result: string }[] }[] }>();
    expect(Object.values(assessments[0]?.facts ?? {}).map((fact) => fact.reason)).not.toContain(undefined);
    expect(new Set(Object.values(assessments[0]?.facts ?? {}).map((fact) => fact.reason))).toEqual(new Set(['classified-machine']));
    expect(assessments[0]?.results.some((each) => each.result === 'pass')).toBe(false);
  });
});

describe('a command line that cannot be understood says which word', () => {
  it.each([
    ['a word too many', ['finding', 'add', '桌面堆放文件', '--severity', 'high'], 'usage-unexpected-argument', '桌面堆放文件'],
    ['a misspelt command', ['findng', 'list'], 'usage-unknown-command', 'zicha finding list'],
  ])('%s', (_what, typed, code, named) => {
    const outcome = desk.run(...typed);
    expect(outcome.exit).toBe(2);
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(named);
  });
});
