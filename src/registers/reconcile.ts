import type { RegisterTemplate, Row } from '#domain/register.js';
import type { RowFault } from './check-rows.js';
import type { FittedBook } from './fit-template.js';
import { labelOf } from './register-facts.js';
import { passes } from './row-filter.js';

type Reconciliation = NonNullable<RegisterTemplate['reconcile']>;

/** Books held against another one both ways: who of there is missing here, and who here is not there. Only the newest group of rows is asked, e.g. the newest batch of a course. */
export function reconcileBooks(books: readonly FittedBook[], rows: readonly Row[], year: string): readonly RowFault[] {
  const kept = new Map(books.filter((book) => book.standing === 'open').map(({ template }) => [template.id, template]));
  const inUse = (id: string): readonly Row[] => rows.filter((row) => row.register === id && !row.retired);
  return [...kept.values()].flatMap((template) => {
    const { reconcile } = template;
    const other = kept.get(reconcile?.register ?? '');
    if (reconcile === undefined || other === undefined) return [];
    const group = newestGroup(inUse(template.id), reconcile);
    if (group.length === 0) return [];
    const wanted = inUse(other.id).filter(({ cells }) => passes(reconcile.where, cells, year, cells));
    return [...absent(other, wanted, group, reconcile), ...strangers(template, other, group, wanted, reconcile)];
  });
}

function newestGroup(rows: readonly Row[], { per, latest }: Reconciliation): readonly Row[] {
  const groups = grouped(rows, per);
  const newest = (group: readonly Row[]): string => group.reduce((day, { cells }) => (String(cells[latest] ?? '') > day ? String(cells[latest]) : day), '');
  return [...groups.values()].reduce<readonly Row[]>((best, group) => (best.length === 0 || newest(group) > newest(best) ? group : best), []);
}

function grouped(rows: readonly Row[], per: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(per.map((column) => row.cells[column] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function absent(other: RegisterTemplate, wanted: readonly Row[], group: readonly Row[], { by, per }: Reconciliation): RowFault[] {
  const named = new Set(group.map(({ cells }) => cells[by]));
  const name = per.map((column) => String(group[0]?.cells[column] ?? '')).join(' ');
  return wanted
    .filter(({ cells }) => !named.has(cells[other.key[0] ?? '']))
    .map((row) => ({ register: other.id, rowId: row.rowId, row: labelOf(other, row), kind: 'absent', column: '', other: name }));
}

function strangers(template: RegisterTemplate, other: RegisterTemplate, group: readonly Row[], wanted: readonly Row[], { by }: Reconciliation): RowFault[] {
  const known = new Set(wanted.map(({ cells }) => cells[other.key[0] ?? '']));
  const title = other.title.zh;
  return group
    .filter(({ cells }) => cells[by] !== undefined && !known.has(cells[by]))
    .map((row) => ({ register: template.id, rowId: row.rowId, row: labelOf(template, row), kind: 'stranger', column: title, other: String(row.cells[by]) }));
}
