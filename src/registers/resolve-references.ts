import type { Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate, Row } from '#domain/register.js';
import type { Cells, ReadRow } from './sheet-row.js';

/** Rows whose references hold the other book's number, and the references that lead nowhere. */
export interface ResolvedRows {
  readonly resolved: readonly ReadRow[];
  readonly problems: readonly Problem[];
}

/** Turns what a person wrote into a `ref` column (the number, or a name that only one row bears) into the number. */
export function resolveReferences(
  template: RegisterTemplate,
  incoming: readonly ReadRow[],
  allRows: readonly Row[],
  templates: readonly RegisterTemplate[],
): ResolvedRows {
  // Where none of the books it may lead to is kept here, a number is taken as it stands.
  const references = template.columns.filter((column) => column.type === 'ref' && column.computed === undefined && targetsOf(column, templates).length > 0);
  const books = new Map(references.map((column) => [column.key, keysByName(targetsOf(column, templates), template, incoming, allRows)]));
  const read = incoming.map((row) => {
    const found = references.flatMap((column) => resolve(column, row, books.get(column.key)));
    const cells = {
      ...row.cells,
      ...Object.fromEntries(found.flatMap((each) => ('key' in each ? [[each.column, each.key] as const] : []))),
    };
    return { row: { ...row, cells }, problems: found.flatMap((each) => ('problem' in each ? [each.problem] : [])) };
  });
  return { resolved: read.map(({ row }) => row), problems: read.flatMap(({ problems }) => problems) };
}

type Resolution = { readonly column: string; readonly key: string } | { readonly problem: Problem };

// A department or person that the roster does not know would silently fall out of every count.
function resolve(column: Column, { line, cells }: ReadRow, book: KnownKeys | undefined): Resolution[] {
  const value = cells[column.key];
  if (value === undefined) return [];
  const keys = book?.get(String(value)) ?? new Set();
  const [key] = keys;
  if (keys.size === 1 && key !== undefined) return [{ column: column.key, key }];
  const params = { line, column: column.title.zh, value: String(value).slice(0, 30), register: targetIds(column).join(', ') };
  return [{ problem: { code: keys.size === 0 ? 'row-unknown-reference' : 'row-ambiguous-reference', params } }];
}

type KnownKeys = ReadonlyMap<string, ReadonlySet<string>>;

// Number and label → the numbers they may mean; a number means itself even where it is also somebody's name.
function keysByName(targets: readonly RegisterTemplate[], template: RegisterTemplate, incoming: readonly ReadRow[], allRows: readonly Row[]): KnownKeys {
  const named = targets.flatMap((target) => {
    const [keyColumn = ''] = target.key;
    const stored = allRows.filter((row) => row.register === target.id && !row.retired).map((row) => row.cells);
    const rows: readonly Cells[] = target.id === template.id ? [...stored, ...incoming.map((row) => row.cells)] : stored;
    return rows.map((cells) => ({ key: cells[keyColumn], label: cells[target.label] }));
  });
  const known = new Map<string, Set<string>>();
  for (const { key, label } of named) {
    if (typeof key === 'string' && typeof label === 'string') known.set(label, (known.get(label) ?? new Set()).add(key));
  }
  for (const { key } of named) if (typeof key === 'string') known.set(key, new Set([key]));
  return known;
}

/** The books that a `ref` column points into. */
export function targetIds(column: Column): readonly string[] {
  return column.register === undefined ? [] : [column.register].flat();
}

function targetsOf(column: Column, templates: readonly RegisterTemplate[]): readonly RegisterTemplate[] {
  return templates.filter((template) => targetIds(column).includes(template.id));
}
