import type { Column } from '#domain/register.js';
import { maskCell } from '#registers/mask.js';
import { registerFacts } from '#registers/register-facts.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { loadTemplates } from './load-catalog.js';
import { templateNamed } from './write-register.js';

export interface BookLine {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly state: 'confirmed' | 'nil' | 'unconfirmed';
  readonly asOf?: string;
}

/** The rows of one book, personal details masked. */
export interface RowLines {
  readonly register: string;
  readonly columns: readonly Pick<Column, 'key' | 'title'>[];
  readonly rows: readonly { readonly rowId: string; readonly revision: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** Every book of the office with its state. */
export async function listBooks(desk: Desk): Promise<readonly BookLine[]> {
  const templates = loadTemplates(desk.program);
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const { rows, confirmations } = store.read();
    const facts = registerFacts(templates, Object.values(rows), Object.values(confirmations));
    return Object.values(facts).map(({ register, title, rows: own, state, asOf }) => ({ id: register, title, rows: own.length, state, ...(asOf === undefined ? {} : { asOf }) }));
  } finally {
    await store.close();
  }
}

export async function listRows(desk: Desk, register: string): Promise<RowLines> {
  const template = templateNamed(register, loadTemplates(desk.program));
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const own = Object.values(store.read().rows).filter((row) => row.register === template.id && !row.retired);
    const masked = own.map(({ rowId, revision, cells }) => ({
      rowId,
      revision,
      cells: Object.fromEntries(template.columns.flatMap((column) => (cells[column.key] === undefined ? [] : [[column.key, maskCell(column, cells[column.key])]]))),
    }));
    return { register: template.id, columns: template.columns.map(({ key, title }) => ({ key, title })), rows: masked };
  } finally {
    await store.close();
  }
}
