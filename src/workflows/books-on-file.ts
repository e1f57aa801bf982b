import type { RegisterTemplate } from '#domain/register.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { WorkingSet } from '#domain/working-set.js';
import { dueDay } from '#findings/due-day.js';
import { registerFacts } from '#registers/register-facts.js';
import { virtualBooks } from '#registers/virtual-books.js';
import { dayOf } from './door.js';
import { parameterValues } from './parameter-values.js';

/** All books as judging sees them: the office's registers, and its assessments, findings, rounds and supervisions. */
export function booksOnFile(templates: readonly RegisterTemplate[], snapshot: WorkingSet, today: string): Readonly<Record<string, RegisterFact>> {
  const days = parameterValues(snapshot)['rectificationDays'];
  const own = registerFacts(templates, Object.values(snapshot.rows), Object.values(snapshot.confirmations));
  return { ...own, ...virtualBooks(snapshot, { today, dayOf, dueOf: (finding) => dueDay(finding, days, dayOf) }) };
}
