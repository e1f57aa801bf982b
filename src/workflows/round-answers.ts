import type { Answer } from '#domain/answer.js';
import type { Occurrence } from '#domain/occurrence.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { World } from '#evaluation/world.js';

type Period = Round['period'];

/** Until somebody says otherwise: an item that does not apply stays 实有项目 = no. */
export const untilChanged = '9999-12-31';

/**
 * What people said that counts in a round, or outside of any (`undefined`).
 * A round counts its own answers and whatever was found not applicable before; a yearly merge those of all rounds in its period
 * that were still valid at its end; a run outside of rounds everything valid today. Discarded rounds count nowhere.
 */
export function answersCounting(round: Round | undefined, snapshot: Pick<WorkingSet, 'answers' | 'occurrences' | 'rounds'>, today: string): Pick<World, 'answers'> & Required<Pick<World, 'answersValidOn' | 'occurrences'>> {
  const all = Object.values(snapshot.answers).filter((answer) => answer.round === undefined || snapshot.rounds[answer.round]?.state !== 'discarded');
  const occurrences = eventsWithin(round?.period ?? yearToDate(today), snapshot);
  if (round === undefined) return { answers: all, answersValidOn: today, occurrences };
  const counted = countedRounds(round, snapshot);
  const answers = all.filter((answer) => isStanding(answer) || (answer.round !== undefined && counted.has(answer.round)));
  return { answers, answersValidOn: round.merges === true ? earlier(round.period.to, today) : null, occurrences };
}

/** The part of a year that has passed. */
export function yearToDate(today: string): Period {
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

/** Is one period part of another? */
export function lies(inner: Period, outer: Period): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function isStanding(answer: Answer): boolean {
  return answer.value === 'notapplicable' && answer.validUntil === untilChanged;
}

// A round that replaces a signed one begins with what was said in that one.
function countedRounds(round: Round, { rounds }: Pick<WorkingSet, 'rounds'>): ReadonlySet<string> {
  const merged = round.merges === true ? Object.values(rounds).filter((each) => each.checklistId === round.checklistId && each.state !== 'discarded' && lies(each.period, round.period)) : [];
  const replaced = round.supersedes === undefined ? undefined : rounds[round.supersedes];
  const before = replaced === undefined ? [] : [...countedRounds(replaced, { rounds })];
  return new Set([round.id, ...merged.map(({ id }) => id), ...before]);
}

function eventsWithin({ from, to }: Period, { occurrences }: Pick<WorkingSet, 'occurrences'>): readonly Occurrence[] {
  return Object.values(occurrences).filter(({ on }) => on >= from && on <= to);
}

function earlier(left: string, right: string): string {
  return left < right ? left : right;
}
