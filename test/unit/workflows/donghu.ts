import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterConfirmation, Row } from '#domain/register.js';
import type { RegisterFact } from '#domain/register-fact.js';
import { compileChecklist, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist, type Evaluation } from '#evaluation/evaluate-checklist.js';
import type { World } from '#evaluation/world.js';
import { openChecklist } from '#catalog/open-checklist.js';
import { planImport } from '#registers/plan-import.js';
import { readCsv } from '../registers/read-whole.js';
import { fitTemplates } from '#registers/fit-template.js';
import { registerFacts } from '#registers/register-facts.js';
import { virtualBooks } from '#registers/virtual-books.js';
import { dayOf } from '#workflows/door.js';
import { catalog, root, today, worldOf } from '../evaluation/small-office.js';

const folder = join(root, 'test/fixtures/offices/donghu');
const by = { person: '赵敏', role: 'officer', proof: 'claimed' } as const;
const at = `${today}T02:00:00.000Z`;

/** The order in which an office fills its books: what is referred to comes first. */
export const bookOrder = ['departments', 'staff', 'personnel', 'computers', 'places', 'trainings', 'attendance', 'online-training'] as const;
export type DonghuBook = (typeof bookOrder)[number];
export const parameters = JSON.parse(readFileSync(join(folder, 'parameters.json'), 'utf8')) as Record<string, unknown>;
/** Checklist → item → numbers of the rows in which a fault was planted. */
export const planted = JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as Record<string, Record<string, string[]>>;

/** All rows of the office after its files were imported; `edit` changes a file's text on the way. */
export function rowsOf(edit: Partial<Record<DonghuBook, (text: string) => string>> = {}): readonly Row[] {
  let last = 0;
  const newId = (): string => `30000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  return bookOrder.reduce<readonly Row[]>((rows, id) => {
    const template = catalog.templates.find((each) => each.id === id);
    if (template === undefined) throw new Error(`no such book: ${id}`);
    const text = readFileSync(join(folder, `${id}.csv`), 'utf8');
    const read = readCsv(Buffer.from(edit[id]?.(text) ?? text, 'utf8'), template, `${id}.csv`);
    const { changes } = planImport(template, read, rows, { file: `${id}.csv`, at, by, late: false, templates: catalog.templates, newId });
    return [...rows, ...changes.flatMap(({ value }) => (value === null ? [] : [value as Row]))];
  }, []);
}

export function booksOf(rows: readonly Row[], confirmed: readonly DonghuBook[] = bookOrder): Readonly<Record<string, RegisterFact>> {
  const confirmations = confirmed.map((register): RegisterConfirmation => ({ register, asOf: today, by, at, nil: false, rows: rows.filter((row) => row.register === register).length }));
  const own = virtualBooks({ assessments: {}, findings: {}, rounds: {}, supervisions: {} }, { today, dayOf, dueOf: () => undefined });
  return { ...registerFacts({ books: fitTemplates(catalog.templates, { mode: 'non-classified', overrides: {}, allowances: {} }), rows, confirmations, year: today.slice(0, 4) }), ...own };
}

export function shipped(id: string): CompiledChecklist {
  const { checklist } = openChecklist(join(root, 'checklists', `${id}.yaml`));
  return compileChecklist(checklist, catalog.environment).compiled;
}

/** One shipped checklist judged on the office. */
export function judged(id: string, given: Partial<World> = {}): Evaluation {
  return evaluateChecklist(shipped(id), worldOf({ registers: booksOf(rowsOf()), parameters, ...given }));
}

/** Item → numbers of the rows that fail. */
export function faultsIn({ results }: Evaluation): Record<string, string[]> {
  const failing = results.filter((result) => result.result === 'fail');
  return Object.fromEntries(failing.map((result) => [result.itemId, result.observations.filter((each) => each.result === 'fail').map((each) => each.subject.label.split(' ')[0] ?? '')]));
}
