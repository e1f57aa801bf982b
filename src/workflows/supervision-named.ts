import { AppError } from '#domain/app-error.js';
import type { Opinion, Supervision } from '#domain/supervision.js';
import type { WorkingSet } from '#domain/working-set.js';

/** The supervision with display number `number`. */
export function supervisionNumbered(snapshot: Pick<WorkingSet, 'supervisions'>, number: string): Supervision {
  const found = Object.values(snapshot.supervisions).find((each) => each.number === number.toUpperCase());
  if (found === undefined) throw new AppError('supervision-unknown', { number });
  return found;
}

/** The same while it is open: what was closed is not changed any more. */
export function openSupervision(snapshot: Pick<WorkingSet, 'supervisions'>, number: string): Supervision {
  const supervision = supervisionNumbered(snapshot, number);
  if (supervision.state === 'closed') throw new AppError('supervision-closed', { number: supervision.number });
  return supervision;
}

/** The opinion under its original number. */
export function opinionNumbered({ number, opinions }: Supervision, original: string): Opinion {
  const found = opinions.find(({ originalNumber }) => originalNumber === original);
  if (found === undefined) throw new AppError('opinion-unknown', { number, opinion: original, known: opinions.map(({ originalNumber }) => originalNumber).join(', ') });
  return found;
}

/** The supervision with one of its opinions replaced. */
export function withOpinion(supervision: Supervision, opinion: Opinion): Supervision {
  return { ...supervision, opinions: supervision.opinions.map((each) => (each.id === opinion.id ? opinion : each)) };
}
