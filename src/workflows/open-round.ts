import { AppError } from '#domain/app-error.js';
import type { Round, RoundLevel } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { parsePeriod, type Period } from '#messages/period-text.js';
import { documentDigest } from '#store/canonical-json.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { given } from './given.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog } from './load-catalog.js';
import { checklistFile, loadChecklist } from './load-checklist.js';
import { roundNumbered } from './round-named.js';
import { roundSubjects, type AskedSubjects } from './round-subjects.js';

export interface RoundRequest extends AskedSubjects {
  /** Absent: that of the checklist. */
  readonly level?: RoundLevel;
  /** Absent: the usual one of the level. */
  readonly checklistId?: string;
  /** Absent: this month for people, this quarter for departments, else this year. */
  readonly period?: Period;
  readonly occasion?: string;
  readonly deadline?: string;
  /** One yearly score out of the rounds within the period. */
  readonly merges: boolean;
  /** Number of a signed-off round to be replaced; its subjects and period are taken over. */
  readonly supersedes?: string;
  readonly by?: string;
}

const usualChecklist: Readonly<Record<RoundLevel, string>> = { staff: 'staff', department: 'department', unit: 'organisation', terminal: 'machine-classified' };

/** Opens a round: whom it asks is settled now, from the rosters as they stand. */
export async function openRound(desk: Desk, request: RoundRequest): Promise<{ readonly round: Round; readonly title: string }> {
  const { checklist } = loadChecklist(checklistFile(request.checklistId ?? usualChecklist[request.level ?? 'unit'], listChecklistFiles(desk.program, desk.folder)).file, loadCatalog(desk.program).environment);
  if (request.level !== undefined && request.level !== checklist.level) throw new AppError('round-wrong-level', { level: request.level, checklist: checklist.id, own: checklist.level });
  return changeBooks(desk, { kind: 'round.opened', by: request.by }, (open) => {
    if (request.deadline !== undefined && request.deadline < open.today) throw new AppError('round-deadline-past', { deadline: request.deadline });
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const replaced = request.supersedes === undefined ? undefined : signedOff(request.supersedes, open.snapshot);
    const round = newRound(open, request, checklist, replaced, numbers.next('Z'));
    refuseTwin(round, open.snapshot);
    return { changes: [{ collection: 'rounds', id: round.id, value: round }, ...numbers.changes()], result: { round, title: checklist.title } };
  });
}

type RoundChecklist = ReturnType<typeof loadChecklist>['checklist'];

function newRound(open: OpenBooks, request: RoundRequest, checklist: RoundChecklist, replaced: Round | undefined, number: string): Round {
  const { occasion, deadline, merges } = request;
  return {
    id: open.newId(),
    number,
    level: checklist.level,
    subjects: [...(replaced?.subjects ?? roundSubjects(open, checklist.level, request))],
    period: { ...(replaced?.period ?? request.period ?? usualPeriod(checklist.level, open.today)) },
    checklistId: checklist.id,
    checklistDigest: documentDigest(checklist),
    state: 'open',
    openedBy: open.by,
    openedAt: open.at,
    handedIn: {},
    ...given({ occasion, deadline, merges: merges || replaced?.merges === true ? true : undefined, supersedes: replaced?.id }),
  };
}

function usualPeriod(level: RoundLevel, today: string): Period {
  const [year = '', month = ''] = today.split('-');
  const part = { staff: `-${month}`, department: `-Q${String(Math.ceil(Number(month) / 3))}`, unit: '', terminal: '' }[level];
  return parsePeriod(`${year}${part}`) ?? { from: today, to: today };
}

function signedOff(number: string, snapshot: WorkingSet): Round {
  const round = roundNumbered(number, snapshot);
  if (round.state !== 'signed-off') throw new AppError('round-not-signed-off', { number: round.number });
  return round;
}

// Two open rounds on the same people, questions and days would each be half answered.
function refuseTwin(round: Round, { rounds }: WorkingSet): void {
  const keys = new Set(round.subjects.map(({ key }) => key));
  const isTwin = (each: Round): boolean =>
    each.checklistId === round.checklistId && each.state !== 'discarded' && each.id !== round.supersedes && (each.merges ?? false) === (round.merges ?? false) &&
    each.occasion === round.occasion && each.period.from === round.period.from && each.period.to === round.period.to && each.subjects.some(({ key }) => keys.has(key));
  const replacedIds = new Set(Object.values(rounds).flatMap(({ supersedes, state }) => (supersedes === undefined || state === 'discarded' ? [] : [supersedes])));
  const twin = Object.values(rounds).find((each) => isTwin(each) && !replacedIds.has(each.id));
  if (twin !== undefined) throw new AppError(twin.state === 'signed-off' ? 'round-exists-signed' : 'round-exists', { number: twin.number });
}
