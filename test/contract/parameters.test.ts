import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog, compiledItems, items, root } from './shipped.js';

const declared = catalog.parameters.map((parameter) => parameter.id);
const named = new Set(compiledItems.flatMap(({ reads }) => reads.parameters.map((use) => use.parameter)));
const workflows = readdirSync(join(root, 'src/workflows')).map((name) => readFileSync(join(root, 'src/workflows', name), 'utf8')).join('\n');
const networks = ['internet', 'internal', 'standalone'];

describe('the parameters of the unit', () => {
  it('each has one declaration', () => {
    expect(declared.filter((id, index) => declared.indexOf(id) !== index)).toEqual([]);
  });

  it.each(declared)('%s is used by a checklist or by the program', (id) => {
    expect(named.has(id) || workflows.includes(`'${id}'`)).toBe(true);
  });

  it('every one that a checklist names is declared', () => {
    const rested = items.flatMap((item) => item.basis.flatMap((basis) => (basis.kind === 'parameter' ? [basis.parameter] : [])));
    expect([...named, ...rested].filter((id) => !declared.includes(id))).toEqual([]);
  });

  it('an item that rests on a parameter reads that parameter', () => {
    const idle = compiledItems.filter(({ item, reads }) => item.basis.some((basis) => basis.kind === 'parameter' && !reads.parameters.some((use) => use.parameter === basis.parameter)));
    expect(idle.map(({ item }) => item.id)).toEqual([]);
  });

  it('an item that reads a parameter rests on it', () => {
    const silent = compiledItems.filter(({ item, reads }) => reads.parameters.some((use) => !item.basis.some((basis) => basis.kind === 'parameter' && basis.parameter === use.parameter)));
    expect(silent.map(({ item }) => item.id)).toEqual([]);
  });

  it('one that is given by kind is read by kind, and the others are not', () => {
    const uses = compiledItems.flatMap(({ item, reads }) => reads.parameters.map((use) => ({ item: item.id, ...use })));
    const wrong = uses.filter((use) => (catalog.parameters.find((each) => each.id === use.parameter)?.by !== undefined) !== (use.key !== undefined));
    expect(wrong).toEqual([]);
  });

  it('kinds are the levels of people, the networks, or the severities', () => {
    const kinds = [['核心', '重要', '一般'], networks, ['critical', 'high', 'medium', 'low']].map((each) => each.join());
    expect(catalog.parameters.filter((parameter) => parameter.by !== undefined && !kinds.includes(parameter.by.join())).map(({ id }) => id)).toEqual([]);
  });

  it('the program carries no value for any of them', () => {
    expect(readFileSync(join(root, 'checklists/parameters.yaml'), 'utf8')).not.toMatch(/\b(value|values|default):/);
  });
});
