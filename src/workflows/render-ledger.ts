import type { WorkingSet } from '#domain/working-set.js';
import { sayIn } from '#messages/say.js';
import type { FittedBook } from '#registers/fit-template.js';
import { visibleRows } from '#registers/register-facts.js';
import { buildLedger, type LedgerBook } from '#reports/form/build-ledger.js';
import { openStore } from '#store/store.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import { ledgerForms } from './ledger-forms.js';
import { maskedRecord } from './masked-record.js';
import type { PaperFormat } from './paper-as.js';

export interface LedgerRequest {
  /** This year unless told; books are printed as they stand today. */
  readonly year?: string;
  readonly output?: string;
  readonly format?: PaperFormat;
  readonly by?: string;
}

/** Prints the yearly ledger book: contents, then every book with its rows, masked; a book without rows stands in the contents with its reason. */
export async function renderLedger(desk: Desk, request: LedgerRequest): Promise<RenderedReport & { readonly books: number }> {
  const store = await openStore(desk.folder);
  try {
    const open = booksOpenIn(desk, store);
    const year = request.year ?? open.today.slice(0, 4);
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const books = ledgerBooks(desk, open, by.person, year);
    const say = sayIn('zh-CN');
    const paper = { year, unit: open.identity.unit, at: open.at, isDemo: open.identity.demo, books };
    const order = { template: 'ledger', assessmentIds: [], at: open.at, by, output: request.output, format: request.format };
    const rendered = await issuePaper(desk, store, order, (number) => ({ document: buildLedger({ ...paper, number }, say), assessments: [] }));
    return { ...rendered, books: books.filter(({ source }) => source !== undefined).length };
  } finally {
    await store.close();
  }
}

// In the order of the ledger books that offices keep; the rest by family. Parts are printed with their own rows.
export function ledgerBooks(desk: Desk, open: OpenBooks, by: string, year: string): readonly LedgerBook[] {
  const rows = visibleRows({ books: open.books, rows: Object.values(open.snapshot.rows), year });
  const first = ledgerForms(desk.program);
  const place = ({ template }: FittedBook): number => (first.includes(template.form ?? '') ? first.indexOf(template.form ?? '') : first.length);
  return [...open.books].sort((left, right) => place(left) - place(right)).map(({ template, standing }): LedgerBook => {
    const own = rows.get(template.id) ?? [];
    const named = { register: template.id, title: template.title.zh, form: template.form ?? '', rows: own.length };
    if (standing !== 'open') return { ...named, rows: 0, state: standing === 'paper-only' ? 'paper-only' : 'not-kept' };
    const source = { template, layout: 'table' as const, isBlank: false, records: own.map(({ cells }) => maskedRecord({ cells, children: [] }, template)), number: '', unit: open.identity.unit, by, at: open.at, day: open.today, isDemo: open.identity.demo };
    return { ...named, ...standingOf(template.id, own.length, open.snapshot), ...(own.length === 0 ? {} : { source }) };
  });
}

function standingOf(register: string, rows: number, { confirmations }: WorkingSet): Pick<LedgerBook, 'state' | 'asOf'> {
  const confirmation = confirmations[register];
  if (confirmation === undefined) return { state: 'unconfirmed' };
  return { state: confirmation.nil && rows === 0 ? 'nil' : 'confirmed', asOf: confirmation.asOf };
}
