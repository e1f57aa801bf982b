import { AppError } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import type { WorkingSet } from '#domain/working-set.js';

/** The kept evidence with display number `number`. */
export function evidenceNumbered(snapshot: Pick<WorkingSet, 'evidence'>, number: string): Evidence {
  const found = Object.values(snapshot.evidence).find((each) => each.number === number.toUpperCase());
  if (found === undefined) throw new AppError('evidence-unknown', { number });
  return found;
}
