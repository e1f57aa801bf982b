import type { Answer } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import type { Cell, RegisterConfirmation, Row } from '#domain/register.js';
import { compileChecklist, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import type { World } from '#evaluation/world.js';
import { fitTemplates } from '#registers/fit-template.js';
import { registerFacts } from '#registers/register-facts.js';
import { virtualBooks } from '#registers/virtual-books.js';
import { dayOf } from '#workflows/door.js';
import { catalog, compiled } from './shipped.js';

export const today = '2026-11-24';

type Cells = Readonly<Record<string, Cell>>;

/** Books of a small office: register → rows. A book that is not named is confirmed as empty (零报告). */
export interface SmallOffice {
  readonly books: Readonly<Record<string, readonly Cells[]>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Findings, assessments, rounds and supervisions on file, where an item asks for them. */
  readonly records?: Partial<Parameters<typeof virtualBooks>[0]>;
}

/** Two offices for one checklist: in the first every item passes, in the second each fails, register items by exactly the row that is named. */
export interface CheckedOffices {
  readonly good: SmallOffice;
  readonly bad: SmallOffice;
  /** Register item with `each` → key of the one failing row (key columns joined by `/`); register item over the whole book → ''. */
  readonly failing: Readonly<Record<string, string>>;
  /** Items that need a fact of the machine: item → facts for the good and for the bad office. */
  readonly facts?: { readonly good: World['facts']; readonly bad: World['facts'] };
}

const by = { person: '赵敏', role: 'officer', proof: 'claimed' } as const;
const at = `${today}T01:00:00.000Z`;
const empty = { assessments: {}, findings: {}, rounds: {}, supervisions: {} };

export function shippedChecklist(id: string): CompiledChecklist {
  const found = compiled.find(({ checklist }) => checklist.id === id);
  if (found === undefined) throw new Error(`no such checklist: ${id}`);
  return found;
}

/** Every item judged on an office; people answer each question with `answer`. */
export function judgeOffice(checklist: CompiledChecklist, office: SmallOffice, answer: 'pass' | 'fail', facts: World['facts'] = {}): readonly ItemResult[] {
  const rows = rowsOf(office);
  const confirmations = catalog.templates.map(({ id }): RegisterConfirmation => ({ register: id, asOf: today, by, at, nil: (office.books[id] ?? []).length === 0, rows: (office.books[id] ?? []).length }));
  const books = fitTemplates(catalog.templates, { mode: 'classified', overrides: {}, allowances: {} });
  const registers = {
    ...registerFacts({ books, rows, confirmations, year: today.slice(0, 4) }),
    ...virtualBooks({ ...empty, ...office.records }, { today, dayOf, dueOf: (finding) => finding.dueOn }),
  };
  const items = checklist.items.map(({ item }) => item);
  const world: World = {
    subject: { kind: 'unit', key: 'unit', label: '东湖区示例局' }, facts, registers, parameters: office.parameters, machine: { network: 'internal', mode: 'non-classified' },
    unit: { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: true, hasCryptography: true, hasProcurement: true }, answers: items.filter((item) => item.method === 'manual').map((item) => answerOf(item, checklist.checklist.id, answer)), today,
  };
  return evaluateChecklist(checklist, world).results;
}

/** Key of a row as people say it. */
export function keyOf(register: string, rowId: string, office: SmallOffice): string {
  const template = catalog.templates.find((each) => each.id === register);
  const row = rowsOf(office).find((each) => each.rowId === rowId);
  return (template?.key ?? []).map((column) => String(row?.cells[column] ?? '')).join('/');
}

/** The same checklist with one item that expects something else. */
export function mutated(checklist: CompiledChecklist, itemId: string, expect: string): CompiledChecklist {
  const sections = checklist.checklist.sections.map((section) => ({ ...section, items: section.items.map((item) => (item.id === itemId ? { ...item, expect } : item)) }));
  return compileChecklist({ ...checklist.checklist, sections }, catalog.environment).compiled;
}

function rowsOf({ books }: SmallOffice): readonly Row[] {
  let last = 0;
  const nextId = (): string => `60000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  return Object.entries(books).flatMap(([register, rows]) => rows.map((cells): Row => ({ rowId: nextId(), register, templateVersion: 1, revision: 1, cells, at, by, late: false, retired: false })));
}

function answerOf(item: Item, checklistId: string, value: 'pass' | 'fail'): Answer {
  const deductions = value === 'fail' ? (item.deductions ?? []).slice(0, 1).map((each) => ({ id: each.id, points: typeof each.points === 'number' ? each.points : each.points[0], times: 1 })) : [];
  return { id: `70000000-0000-4000-8000-${item.id.replace(/\D/g, '').padStart(12, '0')}`, checklistId, itemId: item.id, itemDigest: itemTextDigest(item), subjectKey: 'unit', value, deductions, at, by, validUntil: '2027-11-23', evidence: [], bulk: false, ...(value === 'fail' ? { fact: '现场不符' } : {}) };
}
