import type { RegisterTemplate } from '#domain/register.js';
import { sayIn } from '#messages/say.js';
import type { FittedBook } from '#registers/fit-template.js';
import { visibleRows } from '#registers/register-facts.js';
import { buildForm } from '#reports/form/build-form.js';
import type { FormRecord, PrintableCells } from '#reports/form/form-source.js';
import { openStore, type Store } from '#store/store.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { recordDisclosure, type Unmasking } from './disclosure.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import { maskedRecord } from './masked-record.js';
import { keptBook, rowByKey } from './open-books.js';

export interface FormRequest extends Unmasking {
  readonly register: string;
  /** One row by its key, as a card. */
  readonly key: string | undefined;
  readonly output: string | undefined;
}

export interface RenderedForm extends RenderedReport {
  readonly rows: number;
  readonly masked: boolean;
}

/** Prints a book, or one row of it, as a form that can be verified; personal details are masked unless a reason was put on record. */
export async function renderForm(desk: Desk, request: FormRequest): Promise<RenderedForm> {
  const store = await openStore(desk.folder);
  try {
    const open = booksOpenIn(desk, store);
    const { template } = keptBook(request.register, open.books);
    const rows = rowsToPrint(open, template, request.key);
    await recordDisclosures(desk, store, request, template, rows);
    const records = request.unmasked ? rows : rows.map((row) => maskedRecord(row, template));
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const { unit, demo } = open.identity;
    const layout = request.key === undefined ? template.layout : 'card';
    const source = { template, layout, isBlank: false, records, unit, by: by.person, at: open.at, day: open.today, isDemo: demo };
    const order = { template: `form:${template.id}`, assessmentIds: [], at: open.at, by, output: request.output };
    const rendered = await issuePaper(desk, store, order, (number) => ({ document: buildForm({ ...source, number }, sayIn('zh-CN')), assessments: [] }));
    return { ...rendered, rows: rows.length, masked: !request.unmasked };
  } finally {
    await store.close();
  }
}

function rowsToPrint({ books, snapshot, today }: OpenBooks, template: RegisterTemplate, key: string | undefined): readonly FormRecord[] {
  const visible = visibleRows({ books, rows: Object.values(snapshot.rows), year: today.slice(0, 4) });
  const one = key === undefined ? undefined : rowByKey(template, key, snapshot).rowId;
  const own = (visible.get(template.id) ?? []).filter(({ row }) => one === undefined || row.rowId === one);
  const withChildren = one !== undefined || template.layout === 'card';
  const parts = withChildren ? books.filter((book) => isPartOf(book, template)) : [];
  return own.map(({ cells }) => ({
    cells,
    children: parts.map(({ template: part }) => ({ template: part, rows: (visible.get(part.id) ?? []).map((each) => each.cells).filter((each) => belongs(each, part, cells, template)) })),
  }));
}

function isPartOf({ template, standing }: FittedBook, parent: RegisterTemplate): boolean {
  return template.parent?.register === parent.id && standing === 'open';
}

function belongs(cells: PrintableCells, part: RegisterTemplate, parentCells: PrintableCells, parent: RegisterTemplate): boolean {
  const number = parentCells[parent.key[0] ?? ''];
  return number !== undefined && cells[part.parent?.by ?? ''] === number;
}

// Each book from which something is shown, before it is shown.
async function recordDisclosures(desk: Desk, store: Store, asked: Unmasking, template: RegisterTemplate, rows: readonly FormRecord[]): Promise<void> {
  await recordDisclosure(desk, store, asked, { register: template.id, output: 'paper', rows: rows.length });
  const parts = new Map<string, number>();
  for (const child of rows.flatMap(({ children }) => children)) parts.set(child.template.id, (parts.get(child.template.id) ?? 0) + child.rows.length);
  for (const [register, count] of parts) if (count > 0) await recordDisclosure(desk, store, asked, { register, output: 'paper', rows: count });
}
