import type { Actor } from '#domain/actor.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { RegisterTemplate, Row } from '#domain/register.js';
import type { Cells, ReadRow } from './read-csv.js';
import { resolveReferences } from './resolve-references.js';

/** What an import would do; nothing is written by planning. */
export interface ImportPlan {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportOrigin {
  readonly file: string;
  readonly at: string;
  readonly by: Actor;
  /** 补录: it happened before it was entered. */
  readonly late: boolean;
  /** All books: a reference is looked up in the one it points into. */
  readonly templates: readonly RegisterTemplate[];
  newId(): string;
}

/** Matches rows by the key columns: a known one gets a new revision where a cell differs, others get a new id. Columns that the file lacks keep what they had; nothing is deleted. */
export function planImport(
  template: RegisterTemplate,
  incoming: readonly ReadRow[],
  allRows: readonly Row[],
  origin: ImportOrigin,
): ImportPlan {
  const { resolved, problems: references } = resolveReferences(template, incoming, allRows, origin.templates);
  const problems = [...duplicateKeys(template, resolved), ...references];
  if (problems.length > 0)
    throw new AppError('register-file-invalid', { file: origin.file, count: problems.length }, { problems: problems.slice(0, 200) });
  const known = new Map(
    allRows.filter((row) => row.register === template.id && !row.retired).map((row) => [keyOf(template, row.cells), row]),
  );
  const planned = resolved.map((each) => planRow(template, each, known.get(keyOf(template, each.cells)), origin));
  const changes = planned.flatMap(({ value }): Change[] => (value === undefined ? [] : [{ collection: 'rows', id: value.rowId, value }]));
  const count = (kind: PlannedRow['kind']): number => planned.filter((row) => row.kind === kind).length;
  return { changes, added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}

interface PlannedRow {
  readonly kind: 'added' | 'changed' | 'unchanged';
  readonly value?: Row;
}

function planRow(template: RegisterTemplate, incoming: ReadRow, before: Row | undefined, origin: ImportOrigin): PlannedRow {
  const { at, by, late } = origin;
  const common = { register: template.id, templateVersion: template.version, at, by, late, retired: false };
  if (before === undefined) return { kind: 'added', value: { ...common, rowId: origin.newId(), revision: 1, cells: incoming.cells } };
  const cells = merged(before.cells, incoming);
  if (sameCells(before.cells, cells)) return { kind: 'unchanged' };
  return { kind: 'changed', value: { ...common, rowId: before.rowId, revision: before.revision + 1, cells } };
}

function merged(before: Cells, incoming: ReadRow): Cells {
  const kept = Object.entries(before).filter(([key]) => !incoming.columns.includes(key));
  return { ...Object.fromEntries(kept), ...incoming.cells };
}

function sameCells(left: Cells, right: Cells): boolean {
  const sorted = (cells: Cells): string => JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(left) === sorted(right);
}

function keyOf(template: RegisterTemplate, cells: Cells): string {
  return JSON.stringify(template.key.map((column) => cells[column] ?? null));
}

function duplicateKeys(template: RegisterTemplate, incoming: readonly ReadRow[]): Problem[] {
  const column = template.columns.find((each) => each.key === template.key[0])?.title.zh ?? '';
  const first = new Map<string, number>();
  return incoming.flatMap(({ line, cells }): Problem[] => {
    const key = keyOf(template, cells);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line);
    return earlier === undefined ? [] : [{ code: 'row-key-twice', params: { line, first: earlier, column } }];
  });
}
