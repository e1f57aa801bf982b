import type { Cell, RegisterTemplate } from '#domain/register.js';
import type { SignedHead } from '../paper-frame.js';

/** Cells of a record as they may be printed: personal details are masked before they come here. */
export type PrintableCells = Readonly<Record<string, Cell>>;

/** A book's rows as they may be printed. */
export interface FormSheet {
  readonly template: RegisterTemplate;
  readonly rows: readonly PrintableCells[];
}

/** One record, with the rows of other books that belong to it. */
export interface FormRecord {
  readonly cells: PrintableCells;
  readonly children: readonly FormSheet[];
}

/** All that a form on paper is made of; a blank one has neither number nor day. */
export interface FormSource extends SignedHead {
  readonly template: RegisterTemplate;
  readonly layout: RegisterTemplate['layout'];
  /** To be filled in by hand: its records have no cells. */
  readonly isBlank: boolean;
  readonly records: readonly FormRecord[];
}
