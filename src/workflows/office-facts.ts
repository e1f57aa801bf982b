import type { Assessment } from '#domain/assessment.js';
import type { Round } from '#domain/round.js';
import { sayIn, type Say } from '#messages/say.js';
import { principal } from '#reports/letter/subjects.js';
import type { OfficeFacts, RoundFigures, YearFigure } from '#reports/paper-source.js';
import type { Store } from '#store/store.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { viewFindings } from './view-findings.js';
import { roundChecklists } from './round-checklists.js';
import { statisticsIn, type StatisticsView } from './show-statistics.js';
import { whyText } from './statistics-sheet.js';

/** What the user adds to a paper about the year. */
export interface PaperWishes {
  readonly recipient?: string;
  readonly mark?: string;
  readonly suggestions?: readonly string[];
}

/** Runs shown side by side. */
const runsShown = 6;

/** Everything papers say about the office's year besides the assessments they are about. */
export function officeFacts(desk: Desk, store: Store, assessments: readonly Assessment[], wishes: PaperWishes): OfficeFacts {
  const open = booksOpenIn(desk, store);
  const say = sayIn('zh-CN');
  const year = (assessments.map(({ period }) => period.to).sort().at(-1) ?? open.today).slice(0, 4);
  return {
    year,
    rounds: roundsOf(desk, open, year),
    figures: figuresOf(statisticsIn(desk, 'annual', [year], open), say),
    trend: trendOf(open, assessments),
    problems: viewFindings(open.snapshot, open.today).filter(({ finding }) => dayOf(finding.lastSeenAt) >= `${year}-01-01`),
    answers: open.snapshot.answers,
    recipient: wishes.recipient ?? '',
    day: open.today,
    ...(wishes.mark === undefined ? {} : { mark: wishes.mark }),
    suggestions: wishes.suggestions ?? [],
  };
}

// A yearly merge asks nobody anything: it is left out of what was handed in.
function roundsOf(desk: Desk, { snapshot }: OpenBooks, year: string): readonly RoundFigures[] {
  const checklists = roundChecklists(desk, snapshot);
  const own = Object.values(snapshot.rounds).filter((round) => round.state !== 'discarded' && round.merges !== true && round.period.to.startsWith(year));
  return own.sort((left, right) => (left.period.from < right.period.from ? -1 : 1)).map((round) => figuresOfRound(round, checklists.of(round).checklist.title));
}

function figuresOfRound({ id, level, period, subjects, handedIn, signOff }: Round, title: string): RoundFigures {
  const handIns = Object.values(handedIn);
  return { id, level, title, period, asked: subjects.length, handedIn: handIns.length, late: handIns.filter(({ late }) => late).length, ...(signOff === undefined ? {} : { signOff }) };
}

function figuresOf(view: StatisticsView, say: Say): readonly YearFigure[] {
  return view.groups.flatMap((group) =>
    group.cells.map(({ title, figures: [figure] }): YearFigure => {
      const value = figure?.value ?? null;
      return { group: group.title.zh, title: title.zh, value: value === null ? null : String(value), ...(figure?.why === undefined ? {} : { why: whyText(figure.why, say) }) };
    }),
  );
}

function trendOf({ snapshot }: OpenBooks, assessments: readonly Assessment[]): OfficeFacts['trend'] {
  const main = principal(assessments);
  return Object.values(snapshot.assessments)
    .filter((entry) => entry.checklistId === main?.checklist.id && entry.subjectKey === main.subject.key && entry.trigger !== 'replay' && entry.range !== null && entry.at <= main.at)
    .sort((left, right) => left.number.localeCompare(right.number, 'en', { numeric: true }))
    .slice(-runsShown)
    .flatMap(({ at, number, range }) => (range === null ? [] : [{ day: dayOf(at), number, low: range.low, high: range.high }]));
}
