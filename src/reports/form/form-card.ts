import type { Column } from '#domain/register.js';
import type { Block, FormCell } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PrintableCells } from './form-source.js';
import { blankChoices, emsOf, filledText } from './form-words.js';

type FormCard = Extract<Block, { kind: 'form-card' }>;

/** Millimetres: a line, a few sentences, an opinion with signature and day. */
const heights = { blank: { line: 9.5, text: 20, opinion: 26 }, filled: { line: 8, text: 8, opinion: 24 } } as const;
/** Ems that a half of the page has room for. */
const half = 14;
const shortLabel = 14;

export interface CardOptions {
  readonly isBlank: boolean;
  /** No table follows. */
  readonly isAlone: boolean;
  /** Millimetres below the last row. */
  readonly keep: number;
}

/** One record as labels and values; short ones stand two in a row. */
export function formCard(columns: readonly Column[], cells: PrintableCells, { isBlank, isAlone, keep }: CardOptions, say: Say): FormCard {
  const rows: FormCell[][] = [];
  let open: FormCell[] | undefined;
  for (const column of columns) {
    const cell = cellOf(column, cells, isBlank, say);
    if (!isShort(column, cell)) {
      open = undefined;
      rows.push([cell]);
    } else if (open === undefined) {
      open = [cell];
      rows.push(open);
    } else {
      open.push(cell);
      open = undefined;
    }
  }
  return { kind: 'form-card', rows, keep, fillsPage: isBlank && isAlone };
}

function cellOf(column: Column, cells: PrintableCells, isBlank: boolean, say: Say): FormCell {
  const label = column.title.zh;
  // A form to be filled in by hand may say what is known already.
  const value = isBlank && cells[column.key] === undefined ? blankChoices(column, say) : filledText(cells[column.key], say);
  const height = heights[isBlank ? 'blank' : 'filled'];
  if (column.type === 'signature') return { label, value, height: height.opinion, foot: say('form.sign-here') };
  if (column.type !== 'text') return { label, value, height: height.line };
  return { label, value, height: height.text, ...(isBlank && column.note !== undefined ? { hint: column.note } : {}) };
}

function isShort(column: Column, { label, value }: FormCell): boolean {
  return column.type !== 'text' && column.type !== 'signature' && emsOf(label) <= shortLabel && emsOf(value) <= half;
}
