import type { LocalText } from '#domain/primitives.js';
import type { ReasonCode } from '#domain/result-value.js';
import type { RegisterFact } from '#domain/register-fact.js';
import { checkRows, rowFaultKinds } from '#registers/check-rows.js';
import { reconcileBooks } from '#registers/reconcile.js';
import { booksOnFile } from './books-on-file.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { loadCatalog, loadTemplates } from './load-catalog.js';
import { compareMachine } from './machine-against-book.js';
import { keptBook } from './open-books.js';
import { parameterValues } from './parameter-values.js';
import { judgeRules } from './row-rules.js';
import { subjectOf } from './subjects.js';
import { unitTraitsOf } from './unit-traits.js';

export const faultKinds = [...rowFaultKinds, 'rule', 'machine'] as const;

/** One thing that is wrong in the books. */
export interface BookFault {
  readonly register: string;
  readonly title: string;
  /** Number and masked name of the row. */
  readonly row: string;
  readonly kind: (typeof faultKinds)[number];
  readonly column?: string;
  readonly other?: string;
  /** Words of the rule that does not hold. */
  readonly rule?: LocalText;
}

/** A rule that could not be judged on some rows, and why. */
export interface OpenRule {
  readonly register: string;
  readonly rule: LocalText;
  readonly rows: number;
  readonly reasons: readonly ReasonCode[];
}

export interface BooksCheck {
  readonly books: number;
  readonly rows: number;
  readonly faults: readonly BookFault[];
  readonly open: readonly OpenRule[];
}

/** Holds the books against themselves, against their rules, and against what this machine shows. */
export function checkBooks(desk: Desk, register?: string): Promise<BooksCheck> {
  return readBooks(desk, async (open) => {
    if (register !== undefined) keptBook(register, open.books);
    const isAsked = (id: string): boolean => register === undefined || id === register;
    const facts = factsOf(desk, open);
    const titles = new Map(open.books.map(({ template }) => [template.id, template.title.zh]));
    const title = (id: string): string => titles.get(id) ?? id;
    const onFile = Object.values(open.snapshot.rows);
    const rows = [...checkRows(open.books, onFile), ...reconcileBooks(open.books, onFile, open.today.slice(0, 4))].filter((fault) => isAsked(fault.register));
    const rules = ruleFaults(desk, open, facts, isAsked);
    const machine = await compareMachine(open, isAsked);
    const asked = open.books.filter((book) => book.standing === 'open' && isAsked(book.template.id)).flatMap(({ template }) => facts[template.id] ?? []);
    return {
      books: asked.filter((fact) => fact.rows.length > 0).length,
      rows: asked.reduce((sum, fact) => sum + fact.rows.length, 0),
      faults: [
        ...rows.map(({ register: id, row, kind, column, other }): BookFault => ({ register: id, title: title(id), row, kind, column, ...(other === '' ? {} : { other }) })),
        ...rules.faults,
        ...machine.map((fault): BookFault => ({ ...fault, title: title(fault.register), kind: 'machine' })),
      ],
      open: rules.open,
    };
  });
}

function factsOf(desk: Desk, open: OpenBooks): Readonly<Record<string, RegisterFact>> {
  // From the shipped templates: what this machine must not hold has to be known as left out, or it would look blank.
  const facts = booksOnFile(loadTemplates(desk.program), open.identity, open.snapshot, open.today);
  // Whether a book is complete is another question: its rows are held to the rules either way.
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, { ...fact, state: 'confirmed' as const }]));
}

function ruleFaults(desk: Desk, open: OpenBooks, registers: Readonly<Record<string, RegisterFact>>, isAsked: (id: string) => boolean): Pick<BooksCheck, 'faults' | 'open'> {
  const catalog = loadCatalog(desk.program, open.snapshot.overrides);
  const kept = open.books.filter((book) => book.standing === 'open' && isAsked(book.template.id)).map((book) => book.template.id);
  const templates = catalog.templates.filter((template) => kept.includes(template.id) && template.checks.length > 0);
  if (templates.length === 0) return { faults: [], open: [] };
  const { identity, snapshot, today } = open;
  const world = { subject: subjectOf({ level: 'unit' }, identity), facts: {}, registers, parameters: parameterValues(snapshot), machine: { network: identity.network, mode: identity.mode }, unit: unitTraitsOf(identity), answers: [], today };
  const judged = judgeRules(templates, catalog.environment, world);
  return {
    faults: judged.flatMap(({ template, check, result }) =>
      result.observations.filter((each) => each.result === 'fail').map((each): BookFault => ({ register: template.id, title: registers[template.id]?.title ?? template.title.zh, row: each.subject.label, kind: 'rule', rule: check.what })),
    ),
    open: judged.flatMap(({ template, check, result }) => {
      const unsure = result.observations.filter((each) => each.result !== 'fail');
      const reasons = [...new Set([...unsure.flatMap((each) => each.reasons), ...result.gaps.map((gap) => gap.reason)])].filter((reason) => reason !== 'register-empty' && reason !== 'nothing-selected');
      const rows = unsure.length > 0 ? unsure.length : (registers[template.id]?.rows.length ?? 0);
      return reasons.length === 0 || rows === 0 ? [] : [{ register: template.id, rule: check.what, rows, reasons }];
    }),
  };
}
