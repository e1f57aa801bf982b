import type { RegisterTemplate } from '#domain/register.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { WorkingSet } from '#domain/working-set.js';
import { registerFacts } from '#registers/register-facts.js';
import { virtualBooks } from '#registers/virtual-books.js';

/** All books as judging sees them: the office's registers, and its assessments, findings, rounds and supervisions. */
export function booksOnFile(templates: readonly RegisterTemplate[], snapshot: WorkingSet): Readonly<Record<string, RegisterFact>> {
  return { ...registerFacts(templates, Object.values(snapshot.rows), Object.values(snapshot.confirmations)), ...virtualBooks(snapshot) };
}
