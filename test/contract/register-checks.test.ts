import { describe, expect, it } from 'vitest';
import type { Cell, Column, RegisterTemplate, Row, RowCheck } from '#domain/register.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { fitTemplates, sourcesOf } from '#registers/fit-template.js';
import { registerFacts } from '#registers/register-facts.js';
import { targetIds } from '#registers/resolve-references.js';
import { compileRules } from '#workflows/row-rules.js';
import { catalog } from './shipped.js';

type Cells = Readonly<Record<string, Cell>>;
type Office = Readonly<Record<string, Cells>>;

const today = '2026-11-24';
const { templates, environment } = catalog;
const books = new Map(fitTemplates(templates, { mode: 'classified', overrides: {}, allowances: {} }).map((book) => [book.template.id, book]));
const ruled = templates.filter((template) => template.checks.length > 0);

const ordinary: Readonly<Record<Column['type'], Cell>> = {
  string: '1', text: '1', ref: '1', idno: '1', phone: '1', serial: '1', signature: '1', enum: '', multi: [],
  int: 1, number: 1, date: '2026-03-05', datetime: '2026-03-05 09:00', month: '2026-03', year: '2026', bool: true,
};

/** What an office in good order has in its books where it is not the ordinary: no tick, another day, another person; null = blank. */
const good: Readonly<Record<string, Readonly<Record<string, Cell | null>>>> = {
  departments: { letter_until: '2027-01-01' },
  rules: { cites_old: false },
  undertakings: { ended_at: null, valid_to: '2027-01-01' },
  'leading-group': { left_at: null },
  'secret-items': { lifted_at: null },
  personnel: { state: '在岗', review_due: '2027-01-01' },
  departures: { leave_at: null },
  'training-plan': { done: '已完成' },
  'classification-decisions': { ended_at: null, due: '2027-01-01' },
  carriers: { term_end: '2027-01-01' },
  outgoing: { printed: 2 },
  'carry-outs': { to: '2027-01-01' },
  returns: { state: '待清退', due: '2027-01-01' },
  destructions: { destroyed_at: null, escort2: '2' },
  holdings: { checker: '2' },
  'holding-items': { back_at: null, keep_until: '2027-01-01' },
  'office-devices': { connected_plain: null },
  networks: { state: '在用', retired_at: null },
  'computer-checks': { checker2: '2' },
  'crypto-counts': { counters: 2 },
  meetings: { docs_no: 2 },
  'publication-reviews': { q1: false, reviewed_by: '2', approved_by: '3' },
  'waste-paper': { receiver: '2', watch: '3' },
  'waste-checks': { checker2: '2' },
};

/** One row of every book, every cell filled in: number 1 of everything, belonging to person 1 of department 1. */
function officeInOrder(): Office {
  return Object.fromEntries(
    templates.map((template) => {
      const given = good[template.id] ?? {};
      const cells = template.columns.filter((column) => column.computed === undefined).map((column) => [column.key, column.key in given ? given[column.key] : ordinaryOf(column)] as const);
      return [template.id, Object.fromEntries(cells.filter(([, cell]) => cell !== null)) as Cells];
    }),
  );
}

function ordinaryOf({ type, values = [] }: Column): Cell {
  const first = values[0] ?? '';
  return type === 'enum' ? first : type === 'multi' ? [first] : ordinary[type];
}

/** Ids of the checks of a book that do not hold in an office. */
function brokenIn(office: Office, template: RegisterTemplate, rules = compileRules([template], environment)): string[] {
  const near = new Set([template.id, ...neighboursOf(template.id)]);
  for (const id of [...near]) for (const other of neighboursOf(id)) near.add(other);
  const rows = [...near].map((id): Row => ({ rowId: `row-of-${id}`, register: id, templateVersion: 1, revision: 1, cells: { ...office[id] }, at: '2026-11-01T00:00:00.000Z', by: { person: '保密员', role: 'officer', proof: 'claimed' }, late: false, retired: false }));
  const held = [...near].flatMap((id) => books.get(id) ?? []);
  const facts = registerFacts({ books: held, rows, confirmations: [], year: today.slice(0, 4) });
  const registers = Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, { ...fact, state: 'confirmed' as const }]));
  const world = { subject: { kind: 'unit' as const, key: 'unit', label: '东湖区示例局' }, facts: {}, registers, parameters: {}, machine: { network: 'standalone' as const, mode: 'classified' as const }, unit: { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: true, hasCryptography: true, hasProcurement: true }, answers: [], today };
  const { results } = evaluateChecklist(rules.compiled, world);
  return results.flatMap((result) => (result.result === 'fail' ? [rules.rules.find((rule) => rule.itemId === result.itemId)?.check.id ?? ''] : result.result === 'pass' || result.result === 'notapplicable' ? [] : [`${result.itemId} ${result.result}`]));
}

function neighboursOf(id: string): string[] {
  const template = books.get(id)?.template;
  return template === undefined ? [] : [...Object.values(template.links).map((link) => link.register), ...template.columns.flatMap(targetIds)];
}

/** The office with one cell that a check reads changed: blank, another value, a day long ago or to come. */
function* changedIn(office: Office, template: RegisterTemplate, check: RowCheck): Generator<Office> {
  const text = `${check.where ?? ''} ${check.expect}`;
  const own = template.columns.filter((column) => text.includes(`row.${column.key}`));
  const reckoned = own.flatMap(({ computed }) => (computed === undefined ? [] : sourcesOf(computed, template)));
  const linked = Object.entries(template.links).filter(([name]) => text.includes(`row.${name}.`)).flatMap(([, link]) => {
    const columns = books.get(link.register)?.template.columns.filter((column) => text.includes(`.${column.key}`)) ?? [];
    return [link.by, ...columns.map((column) => column.key)].map((column) => ({ register: link.register, column }));
  });
  for (const { register, column: key } of [...own.map((column) => ({ register: template.id, column: column.key })), ...reckoned, ...linked]) {
    const column = books.get(register)?.template.columns.find((each) => each.key === key);
    if (column === undefined || column.computed !== undefined) continue;
    for (const cell of others(column, office[register]?.[key])) yield { ...office, [register]: changed(office[register] ?? {}, key, cell) };
  }
}

function others(column: Column, before: Cell | undefined): (Cell | null)[] {
  const { type, values = [] } = column;
  const choices: Cell[] = type === 'enum' ? [...values] : type === 'bool' ? [true, false] : type === 'int' || type === 'number' ? [0, 2, 99] : ['date', 'datetime'].includes(type) ? ['2020-01-01', '2026-06-06', '2027-01-01'] : type === 'month' ? ['2020-01', '2026-12'] : ['1', '2'];
  return [null, ...choices.filter((each) => each !== before)];
}

function changed(cells: Cells, key: string, cell: Cell | null): Cells {
  const { [key]: _gone, ...rest } = cells;
  return cell === null ? rest : { ...rest, [key]: cell };
}

describe('the rules of the books', () => {
  const office = officeInOrder();

  it.each(ruled.map((template) => [template.id, template] as const))('%s: every rule is readable, and an office in good order breaks none', (_id, template) => {
    expect(brokenIn(office, template)).toEqual([]);
  });

  it.each(ruled.map((template) => [template.id, template] as const))('%s: each rule can be broken by one cell or two', (_id, template) => {
    const rules = compileRules([template], environment);
    const unbroken = template.checks.filter((check) => {
      for (const one of changedIn(office, template, check)) if (brokenIn(one, template, rules).includes(check.id)) return false;
      for (const one of changedIn(office, template, check)) for (const two of changedIn(one, template, check)) if (brokenIn(two, template, rules).includes(check.id)) return false;
      return true;
    });
    expect(unbroken.map((check) => check.id)).toEqual([]);
  });

  it('all of them together can be read at once', () => {
    expect(compileRules(templates, environment).rules.length).toBe(templates.reduce((sum, template) => sum + template.checks.length, 0));
  });

  it('no two rules have one name, and each says what is wrong in both languages', () => {
    const ids = templates.flatMap((template) => template.checks.map((check) => check.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(templates.flatMap((template) => template.checks.filter((check) => !/\p{Script=Han}/u.test(check.what.zh) || /\p{Script=Han}/u.test(check.what.en)).map((check) => check.id))).toEqual([]);
  });

  it('a misspelt column is refused when the books are opened', () => {
    const wrong = ruled.map((template) => ({ ...template, checks: [{ id: 'misspelt', what: { zh: '写错', en: 'Misspelt' }, expect: 'has(row.undertaking_on)' }] })).slice(0, 1);
    expect(() => compileRules(wrong, environment)).toThrow('checklist-invalid');
  });
});
