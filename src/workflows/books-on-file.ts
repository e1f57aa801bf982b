import type { StoreIdentity } from '#domain/identity.js';
import type { RegisterTemplate } from '#domain/register.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { WorkingSet } from '#domain/working-set.js';
import { fitTemplates } from '#registers/fit-template.js';
import { registerFacts } from '#registers/register-facts.js';
import { virtualBooks } from '#registers/virtual-books.js';
import { dayOf } from './door.js';
import { dueOfFindings } from './due-of-findings.js';
import { findingsToday } from './view-findings.js';

/** Whose records: the mode of the machine decides how much of a book it may hold. */
export type Office = Pick<StoreIdentity, 'mode'>;

/** All books as judging sees them: the office's registers, and its assessments, findings, rounds and supervisions. */
export function booksOnFile(templates: readonly RegisterTemplate[], { mode }: Office, snapshot: WorkingSet, today: string): Readonly<Record<string, RegisterFact>> {
  const dueOf = dueOfFindings(snapshot);
  const books = fitTemplates(templates, { mode, overrides: snapshot.overrides, allowances: snapshot.allowances });
  const own = registerFacts({ books, rows: Object.values(snapshot.rows), confirmations: Object.values(snapshot.confirmations), year: today.slice(0, 4) });
  return { ...own, ...virtualBooks(asOf(snapshot, today), { today, dayOf, dueOf: (finding) => dueOf(finding)?.day }) };
}

/** The records with every deviation that has run out by then. */
export function asOf(snapshot: WorkingSet, today: string): WorkingSet {
  return { ...snapshot, findings: Object.fromEntries(findingsToday(snapshot, today).map((finding) => [finding.id, finding])) };
}
