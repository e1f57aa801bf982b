import { AppError } from '#domain/app-error.js';
import type { RegisterConfirmation, RegisterTemplate } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import { readBytes } from '#catalog/read-bytes.js';
import { planImport } from '#registers/plan-import.js';
import { readCsv, type ReadRow } from '#registers/read-csv.js';
import { readTypedRow } from '#registers/read-typed-row.js';
import { openStore, type Store } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { loadTemplates } from './load-catalog.js';

export interface ImportSummary {
  readonly register: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** False for a dry run: nothing was stored. */
  readonly written: boolean;
}

export interface WriteOptions {
  readonly by?: string;
  /** 补录: it happened before it was entered. */
  readonly late?: boolean;
  readonly dryRun?: boolean;
}

const limitBytes = 10 * 1024 * 1024;

/** Imports a CSV file into a book: every row, or none and a list of what is wrong where. */
export function importRegister(desk: Desk, register: string, file: string, options: WriteOptions): Promise<ImportSummary> {
  const template = templateNamed(register, loadTemplates(desk.program));
  return write(desk, template, readCsv(readBytes(file, limitBytes), template, file), file, options);
}

/** The same from text that is already at hand. */
export function importRegisterText(desk: Desk, register: string, text: string, file: string, options: WriteOptions = {}): Promise<ImportSummary> {
  const template = templateNamed(register, loadTemplates(desk.program));
  return write(desk, template, readCsv(Buffer.from(text), template, file), file, options);
}

/** Adds one row given as text cells by column key or title. */
export function addRegisterRow(desk: Desk, register: string, cells: Readonly<Record<string, string>>, options: WriteOptions): Promise<ImportSummary> {
  const template = templateNamed(register, loadTemplates(desk.program));
  return write(desk, template, [readTypedRow(cells, template)], '--set', options);
}

/** Records the officer's word that a book is complete as of a day, or that there is nothing to enter. */
export async function confirmRegister(desk: Desk, register: string, given: { readonly nil: boolean; readonly asOf?: string; readonly by?: string }): Promise<RegisterConfirmation> {
  const template = templateNamed(register, loadTemplates(desk.program));
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const asOf = given.asOf ?? dayOf(at);
    if (asOf > dayOf(at)) throw new AppError('register-future-day', { day: asOf });
    const actor = claimed(given.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    return await store.transact({ actor, at }, (snapshot) => {
      const rows = Object.values(snapshot.rows).filter((row) => row.register === template.id && !row.retired).length;
      if (given.nil && rows > 0) throw new AppError('register-nil-with-rows', { register: template.id, rows });
      const value: RegisterConfirmation = { register: template.id, asOf, by: actor, at, nil: given.nil || rows === 0, rows };
      return { kind: 'register.confirmed', changes: [{ collection: 'confirmations', id: template.id, value }], result: value };
    });
  } finally {
    await store.close();
  }
}

/** The template of a book, or an error that names those there are. */
export function templateNamed(register: string, templates: readonly RegisterTemplate[]): RegisterTemplate {
  const found = templates.find((template) => template.id === register);
  if (found === undefined) throw new AppError('register-unknown', { register, known: templates.map((template) => template.id).join(', ') });
  return found;
}

async function write(desk: Desk, template: RegisterTemplate, rows: readonly ReadRow[], file: string, options: WriteOptions): Promise<ImportSummary> {
  const store = await openStore(desk.folder, { readOnly: options.dryRun === true });
  try {
    const at = desk.door.now();
    const by = actorOf(store, desk, options);
    const templates = loadTemplates(desk.program);
    const plan = (snapshot: WorkingSet): ReturnType<typeof planImport> =>
      planImport(template, rows, Object.values(snapshot.rows), { file, at, by, late: options.late ?? false, templates, newId: () => desk.door.newId() });
    const summary = ({ added, changed, unchanged }: ReturnType<typeof planImport>, written: boolean): ImportSummary => ({ register: template.id, title: template.title.zh, added, changed, unchanged, written });
    if (options.dryRun === true) return summary(plan(store.read()), false);
    return await store.transact({ actor: by, at }, (snapshot) => {
      const planned = plan(snapshot);
      return { kind: 'register.imported', changes: planned.changes, result: summary(planned, true) };
    });
  } finally {
    await store.close();
  }
}

function actorOf(store: Store, desk: Desk, options: WriteOptions): ReturnType<typeof claimed> {
  return claimed(options.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
}

