import { AppError } from '#domain/app-error.js';
import type { Inspection } from '#domain/inspection.js';
import type { WorkingSet } from '#domain/working-set.js';

/** The unit's own inspection with display number `number`. */
export function inspectionNumbered(snapshot: Pick<WorkingSet, 'inspections'>, number: string): Inspection {
  const found = Object.values(snapshot.inspections).find((each) => each.number === number.toUpperCase());
  if (found === undefined) throw new AppError('inspection-unknown', { number });
  return found;
}
