import type { Opinion, Supervision } from '#domain/supervision.js';
import type { WorkingSet } from '#domain/working-set.js';
import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { supervisionNumbered } from './supervision-named.js';
import { isLive, viewFindings, type FindingView } from './view-findings.js';

/** How far an opinion is: answered or not, its problems open or done. */
export interface OpinionView {
  readonly opinion: Opinion;
  readonly findings: readonly FindingView[];
  readonly state: 'unanswered' | 'open' | 'done';
  readonly overdue: boolean;
}

export interface SupervisionView {
  readonly supervision: Supervision;
  readonly opinions: readonly OpinionView[];
  readonly done: number;
  /** The unit's own newest score of that year, to stand beside theirs; null where there is none. */
  readonly own: { readonly number: string; readonly low: number; readonly high: number } | null;
  /** The report on the rectification is still due, and its day is over. */
  readonly reportOverdue: boolean;
}

/** All outside inspections, open ones first, newest first. */
export function listSupervisions(desk: Desk): Promise<readonly SupervisionView[]> {
  return readBooks(desk, ({ snapshot, today }) => viewSupervisions(snapshot, today));
}

export function showSupervision(desk: Desk, number: string): Promise<SupervisionView> {
  return readBooks(desk, ({ snapshot, today }) => viewSupervision(supervisionNumbered(snapshot, number), snapshot, viewFindings(snapshot, today), today));
}

export function viewSupervisions(snapshot: WorkingSet, today: string, findings: readonly FindingView[] = viewFindings(snapshot, today)): readonly SupervisionView[] {
  const order = ({ state, on }: Supervision): string => `${state === 'open' ? '1' : '0'}${on}`;
  return Object.values(snapshot.supervisions).sort((left, right) => (order(left) < order(right) ? 1 : -1)).map((each) => viewSupervision(each, snapshot, findings, today));
}

export function viewSupervision(supervision: Supervision, snapshot: Pick<WorkingSet, 'assessments'>, findings: readonly FindingView[], today: string): SupervisionView {
  const opinions = supervision.opinions.map((opinion): OpinionView => {
    const own = findings.filter(({ finding }) => opinion.findingIds.includes(finding.id));
    const isOpen = own.some(({ finding }) => isLive(finding));
    const state = opinion.response === undefined ? 'unanswered' : isOpen ? 'open' : 'done';
    return { opinion, findings: own, state, overdue: own.some(({ overdue }) => overdue) || (state === 'unanswered' && (opinion.deadline ?? '9999') < today) };
  });
  return { supervision, opinions, done: opinions.filter(({ state }) => state === 'done').length, own: ownScore(snapshot, supervision.on.slice(0, 4)), reportOverdue: supervision.state === 'open' && (supervision.reportDue ?? '9999') < today };
}

function ownScore({ assessments }: Pick<WorkingSet, 'assessments'>, year: string): SupervisionView['own'] {
  const [newest] = Object.values(assessments)
    .filter(({ level, trigger, range, at }) => level === 'unit' && trigger !== 'replay' && range !== null && dayOf(at).startsWith(year))
    .sort((left, right) => right.at.localeCompare(left.at));
  return newest?.range == null ? null : { number: newest.number, low: newest.range.low, high: newest.range.high };
}
