import type { Actor } from '#domain/actor.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { RegisterTemplate, Row } from '#domain/register.js';
import { isMasked, maskCell } from './mask.js';
import type { Cells, ReadRow } from './sheet-row.js';
import { resolveReferences } from './resolve-references.js';

/** What an import would do; nothing is written by planning. */
export interface ImportPlan {
  readonly changes: readonly Change[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Why it cannot be done as it stands; then `changes` is what the sound rows would do. */
  readonly problems: readonly Problem[];
  /** Rows on file that the incoming rows do not name: they stay as they are. */
  readonly missing: readonly Row[];
}

export interface ImportOrigin {
  readonly file: string;
  readonly at: string;
  readonly by: Actor;
  /** 补录: it happened before it was entered. */
  readonly late: boolean;
  readonly reason?: string;
  /** All books kept here: a reference is looked up in the one it points into. */
  readonly templates: readonly RegisterTemplate[];
  newId(): string;
}

/** The same plan, or one error with everything that is wrong. */
export function planImport(template: RegisterTemplate, incoming: readonly ReadRow[], allRows: readonly Row[], origin: ImportOrigin): ImportPlan {
  const plan = surveyImport(template, incoming, allRows, origin);
  const { problems } = plan;
  if (problems.length > 0) throw new AppError('register-file-invalid', { file: origin.file, count: problems.length }, { problems: problems.slice(0, 200) });
  return plan;
}

/** Matches rows by the key columns: a known one gets a new revision where a cell differs, others get a new id. Columns that the file lacks keep what they had; a masked cell keeps what it stands for; nothing is deleted. */
export function surveyImport(template: RegisterTemplate, incoming: readonly ReadRow[], allRows: readonly Row[], origin: ImportOrigin): ImportPlan {
  const { resolved, problems: references } = resolveReferences(template, incoming, allRows, origin.templates);
  const known = new Map(
    allRows.filter((row) => row.register === template.id && !row.retired).map((row) => [keyOf(template, row.cells), row]),
  );
  const named = new Set(resolved.map((each) => keyOf(template, each.cells)));
  const planned = resolved.map((each) => {
    const before = known.get(keyOf(template, each.cells));
    const opened = unmasked(template, each, before?.cells ?? {});
    return { problems: opened.problems, ...planRow(template, opened.row, before, origin) };
  });
  const changes = planned.flatMap(({ value }): Change[] => (value === undefined ? [] : [{ collection: 'rows', id: value.rowId, value }]));
  const count = (kind: PlannedRow['kind']): number => planned.filter((row) => row.kind === kind).length;
  return {
    changes,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    problems: [...duplicateKeys(template, resolved), ...references, ...planned.flatMap((row) => row.problems)],
    missing: [...known].flatMap(([key, row]) => (named.has(key) ? [] : [row])),
  };
}

interface PlannedRow {
  readonly kind: 'added' | 'changed' | 'unchanged';
  readonly value?: Row;
}

function planRow(template: RegisterTemplate, incoming: ReadRow, before: Row | undefined, origin: ImportOrigin): PlannedRow {
  const { at, by, late, reason } = origin;
  const common = { register: template.id, templateVersion: template.version, at, by, late, retired: false, ...(reason === undefined ? {} : { reason }) };
  if (before === undefined) return { kind: 'added', value: { ...common, rowId: origin.newId(), revision: 1, cells: incoming.cells } };
  const cells = merged(before.cells, incoming);
  if (sameCells(before.cells, cells)) return { kind: 'unchanged' };
  return { kind: 'changed', value: { ...common, rowId: before.rowId, revision: before.revision + 1, cells } };
}

// What was exported masked comes back masked: it stands for the value on file, and for nothing else.
function unmasked(template: RegisterTemplate, row: ReadRow, before: Cells): { readonly row: ReadRow; readonly problems: readonly Problem[] } {
  const hidden = template.columns.filter((column) => {
    const value = row.cells[column.key];
    return typeof value === 'string' && isMasked(column, value);
  });
  if (hidden.length === 0) return { row, problems: [] };
  const unknown = hidden.filter((column) => before[column.key] === undefined || maskCell(column, before[column.key]) !== row.cells[column.key]);
  const restored = Object.fromEntries(hidden.flatMap((column) => (before[column.key] === undefined ? [] : [[column.key, before[column.key]] as const])));
  return {
    row: { ...row, cells: { ...row.cells, ...(restored as Cells) } },
    problems: unknown.map((column) => ({ code: 'cell-masked', params: { line: row.line, column: column.title.zh, value: String(row.cells[column.key]).slice(0, 30) } })),
  };
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
