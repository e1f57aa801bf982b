import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeOffice, keyOf, mutated, shippedChecklist, type CheckedOffices } from './checklist-office.js';

const folder = join(import.meta.dirname, 'offices');
const names = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => basename(name, '.ts'));
const offices = await Promise.all(names.map(async (id) => [id, ((await import(`./offices/${id}.ts`)) as { readonly offices: CheckedOffices }).offices] as const));

describe.each(offices)('%s', (id, { good, bad, failing, facts }) => {
  const checklist = shippedChecklist(id);
  const isDecided = (itemId: string): boolean => checklist.items.some(({ item }) => item.id === itemId && item.kind !== 'information');

  it('an office in good order passes every item: none is dead, none cries wolf', () => {
    const results = judgeOffice(checklist, good, 'pass', facts?.good).filter((result) => isDecided(result.itemId));
    expect(results.filter((result) => result.result !== 'pass').map(({ itemId, result, gaps, observations }) => [itemId, result, gaps, observations[0]?.subject.label])).toEqual([]);
  });

  it('an office with a fault for each item fails every one, by the row in which it was planted and no other', () => {
    const results = judgeOffice(checklist, bad, 'fail', facts?.bad).filter((result) => isDecided(result.itemId));
    expect(results.filter((result) => result.result !== 'fail').map(({ itemId, result, gaps }) => [itemId, result, gaps])).toEqual([]);
    const rows = results.filter((result) => result.method === 'register').map((result) => {
      const register = checklist.items.find(({ item }) => item.id === result.itemId)?.register;
      return [result.itemId, register === undefined ? '' : result.observations.filter((each) => each.result === 'fail').map((each) => keyOf(register, each.subject.key, bad)).join(' + ')];
    });
    expect(Object.fromEntries(rows)).toEqual(failing);
  });

  it('three items that expect the wrong thing are noticed', () => {
    const judged = checklist.items.filter(({ item }) => item.method === 'register' && item.expect !== undefined && failing[item.id] !== undefined).slice(0, 3);
    for (const { item } of judged) {
      const mutant = judgeOffice(mutated(checklist, item.id, 'true'), bad, 'fail', facts?.bad).find((result) => result.itemId === item.id);
      expect([item.id, mutant?.result]).not.toEqual([item.id, 'fail']);
      const other = judgeOffice(mutated(checklist, item.id, `!(${item.expect ?? 'true'})`), good, 'pass', facts?.good).find((result) => result.itemId === item.id);
      expect([item.id, other?.result]).not.toEqual([item.id, 'pass']);
    }
  });
});

it('every checklist of books has its two offices', () => {
  // Those read books and machines otherwise, or ask people only: an answer needs no office to be tried on.
  const without = ['organisation', 'terminal-internet', 'terminal-internal', 'terminal-standalone', 'staff', 'department', 'holiday', 'machine-classified', 'national-59'];
  const shipped = readdirSync(join(import.meta.dirname, '../../checklists')).filter((name) => name.endsWith('.yaml')).map((name) => basename(name, '.yaml')).filter((name) => name !== 'parameters' && !without.includes(name));
  expect(shipped.filter((name) => !names.includes(name))).toEqual([]);
});
