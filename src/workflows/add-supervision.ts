import { AppError } from '#domain/app-error.js';
import type { Supervision } from '#domain/supervision.js';
import { changeBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { given } from './given.js';
import { openSupervision, supervisionNumbered } from './supervision-named.js';
import { isLive } from './view-findings.js';

export interface SupervisionOrder extends Pick<Supervision, 'body' | 'kind' | 'on'>, Partial<Pick<Supervision, 'basis' | 'team' | 'scope' | 'reportDue'>> {}

/** Puts an outside inspection on record; its opinions come after it. */
export function addSupervision(desk: Desk, order: SupervisionOrder, by: string | undefined): Promise<Supervision> {
  return changeBooks(desk, { kind: 'supervision.added', by }, (open) => {
    const { body, kind, on, ...rest } = order;
    if (on > open.today) throw new AppError('day-ahead', { day: on });
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const supervision: Supervision = { id: open.newId(), number: numbers.next('DC'), body, kind, on, ...given(rest), opinions: [], state: 'open', by: open.by, at: open.at };
    return { changes: [{ collection: 'supervisions', id: supervision.id, value: supervision }, ...numbers.changes()], result: supervision };
  });
}

/** The inspecting body's own score of the unit; also after the end, for it comes late. */
export function scoreSupervision(desk: Desk, number: string, score: NonNullable<Supervision['score']>, by: string | undefined): Promise<Supervision> {
  return changeBooks(desk, { kind: 'supervision.scored', by }, ({ snapshot }) => {
    if (score.points > score.outOf) throw new AppError('supervision-score-range', { points: score.points, outOf: score.outOf });
    const supervision: Supervision = { ...supervisionNumbered(snapshot, number), score };
    return { changes: [{ collection: 'supervisions', id: supervision.id, value: supervision }], result: supervision };
  });
}

/** Ends it once every opinion is answered and every problem out of it is verified. */
export function closeSupervision(desk: Desk, number: string, note: string | undefined, by: string): Promise<Supervision> {
  return changeBooks(desk, { kind: 'supervision.closed', by }, (open) => {
    const supervision = openSupervision(open.snapshot, number);
    const unanswered = supervision.opinions.filter(({ response }) => response === undefined).map(({ originalNumber }) => originalNumber);
    const live = supervision.opinions.flatMap(({ findingIds }) => findingIds).flatMap((id) => open.snapshot.findings[id] ?? []).filter(isLive);
    if (unanswered.length > 0) throw new AppError('supervision-unanswered', { number: supervision.number, opinions: unanswered.join(', ') });
    if (live.length > 0) throw new AppError('supervision-unfinished', { number: supervision.number, findings: live.map((finding) => finding.number).join(', ') });
    const closed: Supervision = { ...supervision, state: 'closed', closed: { at: open.at, by: open.by, ...given({ note }) } };
    return { changes: [{ collection: 'supervisions', id: closed.id, value: closed }], result: closed };
  });
}
