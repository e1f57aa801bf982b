import type { Column } from '#domain/register.js';
import type { Block, FormBand } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import type { FormSheet } from './form-source.js';
import { blankText, filledText } from './form-words.js';
import { measureColumn, runningNumber } from './measure-column.js';
import { planColumns, type PlannedColumn } from './plan-columns.js';

type FormTable = Extract<Block, { kind: 'form-table' }>;

/** Millimetres. A blank row has room for a pen. */
const rowHeight = { blank: 9, filled: 7 } as const;

export interface TableOptions {
  readonly isBlank: boolean;
  /** Below the card of the record that the rows belong to: upright, under its own title, without the columns that repeat the record. */
  readonly isPart: boolean;
  /** Millimetres below the last row. */
  readonly keep: number;
}

/** The rows of a book as a table, and whether it stands crosswise. */
export function formTable({ template, rows }: FormSheet, { isBlank, isPart, keep }: TableOptions, say: Say): { readonly block: FormTable; readonly isLandscape: boolean } {
  const columns = template.columns.filter((column) => !isPart || !repeatsRecord(column, template.parent?.by));
  const keys = new Set([...template.key, template.label]);
  const textOf = (column: Column, row: number): string => (isBlank ? blankText(column, say) : filledText(rows[row]?.[column.key], say));
  const texts = new Map(columns.map((column) => [column, rows.map((_, row) => textOf(column, row))]));
  const measured = columns.map((column) => measureColumn(column, isBlank ? undefined : texts.get(column), keys.has(column.key)));
  const { isLandscape, bands } = planColumns([runningNumber(bookWords.runningNumber), ...measured], isPart ? 'portrait' : undefined);
  const laid = bands.map((band): FormBand => ({
    columns: band.map((column) => ({ title: column.title, width: column.width, align: alignOf(column) })),
    rows: rows.map((_, row) => band.map(({ column }) => (column === undefined ? String(row + 1) : (texts.get(column)?.[row] ?? '')))),
  }));
  const title = isPart ? { title: template.title.zh } : {};
  return { block: { kind: 'form-table', ...title, bands: laid, rowHeight: rowHeight[isBlank ? 'blank' : 'filled'], keep }, isLandscape };
}

function repeatsRecord({ key, computed }: Column, by: string | undefined): boolean {
  return key === by || (computed !== undefined && 'lookup' in computed && computed.lookup === by);
}

const leftTypes: readonly Column['type'][] = ['text', 'multi', 'signature'];

// Words are read from the left; codes, days and counts stand in the middle.
function alignOf({ column }: PlannedColumn): 'left' | 'center' {
  return column !== undefined && leftTypes.includes(column.type) ? 'left' : 'center';
}
