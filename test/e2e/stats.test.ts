import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, readJson, root, year, type Desk } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const obeys = (name: string, value: unknown): unknown => {
  const validate = ajv.compile(readJson(join(root, `docs/schemas/stats-${name}.schema.json`)));
  return validate(value) ? [] : validate.errors?.slice(0, 3);
};

interface View {
  readonly footing: { readonly kind: string };
  readonly groups: readonly { readonly cells: readonly { readonly id: string; readonly figures: readonly { readonly value: unknown; readonly why?: { readonly code: string } }[] }[] }[];
}
const figures = (view: View, id: string): readonly unknown[] => view.groups.flatMap(({ cells }) => cells).flatMap((cell) => (cell.id === id ? cell.figures.map(({ value, why }) => value ?? why?.code) : []));

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

let desk: Desk;

beforeAll(() => {
  desk = foundedDesk();
  for (const book of ['classification-decisions', 'declassification-reviews']) expectDone(desk.run('register', 'allow', book, '--by', '王某', '--date', `${year}-01-01`, '--document', '7号'));
  expectDone(desk.run('register', 'add', 'classification-decisions', '--set', 'no=D-1', '--set', 'action=确定', '--set', `decided_at=${year}-01-01`));
  expectDone(desk.run('register', 'confirm', 'classification-decisions'));
});

describe('zicha stats', () => {
  it('counts decisions from the numbers-only book, and says why levels cannot be counted', () => {
    const view = expectDone(desk.run('stats', 'classification', '--json')).json<View>();
    expect(obeys('classification', view)).toEqual([]);
    expect([view.footing.kind, figures(view, 'total'), figures(view, 'orig_top'), figures(view, 'auth_given')]).toEqual(['numbers-only', [1], ['columns-not-held'], ['empty']]);
    const { stdout, stderr } = expectDone(desk.run('stats', 'classification'));
    expect(stdout.replaceAll('\n', '')).toContain('经决定：7号（王某');
    expect(stderr).toContain('下一步');
  });

  it('lists the rows behind a number, years side by side', () => {
    const told = expectDone(desk.run('stats', 'classification', '--explain', 'total', '--compare', String(Number(year) - 1)));
    expect(told.stdout).toContain('D-1');
    expect(told.stdout).toContain(`${Number(year) - 1}：不能统计`);
    expect(obeys('classification', expectDone(desk.run('stats', 'classification', '--explain', 'total', '--json')).json())).toEqual([]);
  });

  it.each([['annual'], ['registers'], ['trend']])('%s obeys its schema, on the screen is no wider than 80, and is written as workbook and paper', (name) => {
    for (const language of ['zh-CN', 'en']) expect(widest(expectDone(desk.run('stats', name, '--lang', language)).stdout)).toBeLessThanOrEqual(80);
    for (const ending of ['xlsx', 'pdf']) {
      const file = join(desk.home, `${name}.${ending}`);
      const told = expectDone(desk.run('stats', name, '--output', file, '--json')).json();
      expect(obeys(name, told)).toEqual([]);
      expect(existsSync(file)).toBe(true);
    }
    expectDone(desk.run('report', 'verify', join(desk.home, `${name}.pdf`)));
  });

  it('prints blank forms before there are records; without a decision the workbook too is blank', () => {
    const fresh = newDesk();
    const printed = expectDone(fresh.run('stats', 'classification', '--blank', '--json')).json();
    expect(obeys('classification', printed)).toEqual([]);
    expect(readFileSync(join(fresh.home, 'classification-blank.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(existsSync(fresh.data)).toBe(false);
    const undecided = foundedDesk();
    const view = expectDone(undecided.run('stats', 'classification', '--output', 'd04.pdf', '--json')).json<View & { printed: unknown }>();
    expect([view.footing.kind, obeys('classification', view)]).toEqual(['undecided', []]);
    expect(view.printed).toMatchObject({ blank: true });
  });

  it('the demo is marked', () => {
    const fresh = newDesk();
    const demo = join(fresh.home, 'demo');
    expectDone(fresh.run('demo', 'start', '--data', demo));
    const { stdout } = expectDone(fresh.run('stats', 'classification', '--data', demo));
    expect(stdout).toContain('演示数据，全部虚构');
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    for (const name of ['annual', 'registers', 'trend']) expect(expectDone(fresh.run('stats', name, '--data', demo)).stdout).toContain('演示数据');
  });

  it.each<[number, ...string[]]>([
    [2, 'classification', '--year', 'last'],
    [2, 'annual', '--blank', '--year', year],
    [2, 'annual', '--blank', '--output', 'sheet.doc'],
    [2, 'trend', '--months', '0'],
    [4, 'classification', '--year', '2199'],
    [4, 'registers', '--year', '2199'],
    [4, 'classification', '--explain', 'no_such'],
  ])('exit %i: stats %s', (exit, ...args) => {
    expect(desk.run('stats', ...args).exit).toBe(exit);
  });

  it('exit 3 where there are no records', () => {
    expect(newDesk().run('stats', 'annual').exit).toBe(3);
  });
});
