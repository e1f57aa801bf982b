import type { RegisterState } from '#domain/assessment.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { buildForm } from './build-form.js';
import type { FormSource } from './form-source.js';

/** One book in the bound ledger: its form where there are rows to print, else why there is none. */
export interface LedgerBook {
  readonly title: string;
  readonly form: string;
  readonly rows: number;
  readonly state: RegisterState['state'] | 'not-kept' | 'paper-only';
  readonly asOf?: string;
  /** Absent where there is nothing to print. */
  readonly source?: FormSource;
}

export interface LedgerSource {
  readonly year: string;
  readonly unit: string;
  readonly number: string;
  readonly at: string;
  readonly isDemo: boolean;
  readonly books: readonly LedgerBook[];
}

/** 台账本: all books of the office in one bound paper, with contents. */
export function buildLedger({ year, unit, number, at, isDemo, books }: LedgerSource, say: Say): ReportDocument {
  const printed = books.filter(({ source }) => source !== undefined);
  const rows = books.map((book, index) => ({ number: String(index + 1), title: book.form === '' ? book.title : `${book.title}（${book.form}）`, note: noteOf(book, say), attachment: book.source === undefined ? null : printed.indexOf(book) }));
  return {
    format: 1,
    template: 'ledger',
    title: say('bound.title', { year }),
    number,
    unit,
    at,
    geometry: 'official',
    ...(isDemo ? { watermark: say('paper.watermark-demo') } : {}),
    footer: say('paper.footer'),
    blocks: [
      { kind: 'official', style: 'title', text: `${unit}${say('bound.title', { year })}` },
      { kind: 'contents', page: say('bound.page'), rows },
      { kind: 'paragraph', text: say('bound.note'), style: 'note' },
      ...printed.flatMap((book) => bookBlocks(book, books.indexOf(book) + 1, say)),
    ],
  };
}

function noteOf({ state, asOf = '', rows }: LedgerBook, say: Say): string {
  if (state === 'confirmed') return say('bound.confirmed', { rows, asOf });
  return say(`bound.${state}`, { rows, asOf });
}

// The head of each form stands in the attachment's own title.
function bookBlocks({ title, source }: LedgerBook, number: number, say: Say): readonly Block[] {
  if (source === undefined) return [];
  const { blocks, landscape } = buildForm(source, say);
  const rest = blocks.filter(({ kind }) => kind !== 'form-head' && kind !== 'page-break');
  return [{ kind: 'attachment', label: say('bound.number', { number }), title, ...(landscape === true ? { landscape: true } : {}) }, ...rest];
}
