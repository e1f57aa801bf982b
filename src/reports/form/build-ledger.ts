import type { RegisterState } from '#domain/assessment.js';
import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperHead } from '../paper-frame.js';
import { buildBound, type BoundPart } from './build-bound.js';
import { buildForm } from './build-form.js';
import type { FormSource } from './form-source.js';

/** One book in the bound ledger: its form where there are rows to print, else why there is none. */
export interface LedgerBook {
  readonly register: string;
  readonly title: string;
  readonly form: string;
  readonly rows: number;
  readonly state: RegisterState['state'] | 'not-kept' | 'paper-only';
  readonly asOf?: string;
  /** Absent where there is nothing to print. */
  readonly source?: FormSource;
}

export interface LedgerSource extends PaperHead {
  readonly year: string;
  readonly books: readonly LedgerBook[];
}

/** 台账本: all books of the office in one bound paper, with contents. */
export function buildLedger(source: LedgerSource, say: Say): ReportDocument {
  const { year, books } = source;
  return buildBound({ ...source, template: 'ledger', title: say('bound.title', { year }), note: say('bound.note'), parts: ledgerParts(books, say) }, say);
}

/** The books as parts of a bound paper. */
export function ledgerParts(books: readonly LedgerBook[], say: Say, label: (at: number) => string = (at) => say('bound.number', { number: at })): readonly BoundPart[] {
  return books.map((book, index): BoundPart => {
    const { register, title, form, source } = book;
    const common = { register, title: form === '' ? title : `${title}（${form}）`, note: noteOf(book, say), label: label(index + 1) };
    if (source === undefined) return common;
    const { blocks, landscape } = buildForm(source, say);
    return { ...common, blocks, landscape: landscape === true };
  });
}

function noteOf({ state, asOf = '', rows }: LedgerBook, say: Say): string {
  if (state === 'confirmed') return say('bound.confirmed', { rows, asOf });
  return say(`bound.${state}`, { rows, asOf });
}
