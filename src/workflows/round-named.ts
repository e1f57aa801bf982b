import { AppError } from '#domain/app-error.js';
import type { Round } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import type { WorkingSet } from '#domain/working-set.js';

type Rounds = Pick<WorkingSet, 'rounds'>;

/** The round with display number `number`. */
export function roundNumbered(number: string, { rounds }: Rounds): Round {
  const found = Object.values(rounds).find((round) => round.number === number.toUpperCase());
  if (found === undefined) throw new AppError('round-unknown', { number });
  return found;
}

/** The same, if it still takes answers: signed or discarded ones do not. */
export function answerableRound(number: string, snapshot: Rounds): Round {
  const round = roundNumbered(number, snapshot);
  if (round.state === 'signed-off') throw new AppError('round-signed-off', { number: round.number });
  if (round.state === 'discarded') throw new AppError('round-discarded', { number: round.number });
  return round;
}

/** A subject by key or by what it is called; not needed where there is only one. */
export function subjectInRound({ number, subjects }: Round, asked: string | undefined): Subject {
  const [only] = subjects;
  if (asked === undefined && subjects.length === 1 && only !== undefined) return only;
  const found = subjects.find(({ key }) => key === asked) ?? subjects.find(({ label }) => label === asked);
  if (found === undefined) throw new AppError('round-subject-unknown', { number, subject: asked ?? '', known: subjects.slice(0, 20).map(({ key }) => key).join(', ') });
  return found;
}
