import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import { Row, type RegisterTemplate } from '#domain/register.js';
import { shownCell } from '#registers/mask.js';
import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { keptBook, keyText } from './open-books.js';

/** One revision of a row: who, when, why, and which cells it changed; personal details stay masked. */
export interface Revision {
  readonly key: string;
  readonly revision: number;
  readonly at: string;
  readonly by: Actor;
  readonly kind: string;
  readonly late: boolean;
  readonly retired: boolean;
  readonly reason?: string;
  readonly cells: readonly { readonly column: string; readonly title: string; readonly before: string; readonly after: string }[];
}

/** What happened in a book, or to one row of it, newest first. */
export function rowHistory(desk: Desk, register: string, key: string | undefined, limit: number): Promise<readonly Revision[]> {
  return readBooks(desk, (open, store) => {
    const { template } = keptBook(register, open.books);
    // Rows taken out of use have a history too.
    const wanted = Object.values(open.snapshot.rows).filter((row) => row.register === register && (key === undefined || keyText(template, row) === key));
    if (key !== undefined && wanted.length === 0) throw new AppError('row-not-found', { register, key, columns: template.key.join('/') });
    const ids = new Set(wanted.map((row) => row.rowId));
    const mine = (id: string): boolean => ids.has(id);
    const states = store.history('rows', mine).flatMap(({ header, value }) => (value === null ? [] : [{ kind: header.kind, row: Row.parse(value) }]));
    const before = new Map<string, Row>();
    const revisions = states.map(({ kind, row }) => {
      const earlier = before.get(row.rowId);
      before.set(row.rowId, row);
      return revisionOf(template, row, earlier, kind);
    });
    return revisions.reverse().slice(0, limit);
  });
}

function revisionOf(template: RegisterTemplate, row: Row, earlier: Row | undefined, kind: string): Revision {
  const { revision, at, by, late, retired, reason } = row;
  const cells = template.columns.flatMap((column) => {
    const [was, is] = [earlier?.cells[column.key], row.cells[column.key]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const shown = (value: typeof was): string => (value === undefined ? '' : shownCell(column, value));
    return [{ column: column.key, title: column.title.zh, before: shown(was), after: shown(is) }];
  });
  return { key: keyText(template, row), revision, at, by, kind, late, retired, ...(reason === undefined ? {} : { reason }), cells };
}
