import type { StoreIdentity } from '#domain/identity.js';
import type { AssessmentEntry } from '#domain/assessment.js';
import type { ManagementFigures } from '#domain/management-figures.js';
import type { RegisterFact } from '#domain/register-fact.js';
import { openStore } from '#store/store.js';
import { booksOnFile } from './books-on-file.js';
import { booksOpenIn } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { viewLeaks, type LeakView } from './leak-events.js';
import { managementView } from './management-view.js';
import { viewSupervisions, type SupervisionView } from './show-supervisions.js';
import { isLive, viewFindings, type FindingView } from './view-findings.js';
import { loadParameters, loadTemplates } from './load-catalog.js';
import { entriesAhead, openRounds, type OpenRound, type YearEntry } from './officers-year.js';
import { newestOfEach } from './open-assessment.js';

/** One screen: where the office stands today. */
export interface Status {
  readonly identity: StoreIdentity;
  readonly today: string;
  readonly assessments: readonly AssessmentEntry[];
  readonly findings: { readonly open: number; readonly overdue: number; readonly awaiting: number; readonly recurring: number; readonly next: readonly FindingView[] };
  readonly registers: readonly Pick<RegisterFact, 'register' | 'title' | 'state' | 'asOf'>[];
  readonly rows: Readonly<Record<string, number>>;
  readonly parameters: { readonly filled: number; readonly total: number };
  /** How the cure of problems goes, over twelve months. */
  readonly management: ManagementFigures;
  /** Outside inspections that are open, and suspected leaks that are. */
  readonly supervisions: readonly SupervisionView[];
  readonly leaks: readonly LeakView[];
  /** The next three things to do within thirty days. */
  readonly ahead: readonly YearEntry[];
  readonly rounds: readonly (OpenRound & { readonly overdue: boolean })[];
  readonly clockBehind: boolean;
}

export async function showStatus(desk: Desk): Promise<Status> {
  const now = desk.door.now();
  const templates = loadTemplates(desk.program);
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const snapshot = store.read();
    const views = viewFindings(snapshot, dayOf(now));
    const live = views.filter(({ finding }) => isLive(finding));
    const books = booksOnFile(templates, store.identity, snapshot, dayOf(now));
    const own = templates.flatMap((template) => books[template.id] ?? []);
    return {
      identity: store.identity,
      today: dayOf(now),
      assessments: newestOfEach(snapshot),
      findings: {
        open: live.length,
        overdue: live.filter((view) => view.overdue).length,
        awaiting: live.filter(({ finding }) => finding.state === 'awaiting-verification').length,
        recurring: live.filter(({ finding }) => finding.recurrences > 0).length,
        next: live.slice(0, 5),
      },
      registers: own.map(({ register, title, state, asOf }) => ({ register, title, state, ...(asOf === undefined ? {} : { asOf }) })),
      rows: Object.fromEntries(own.map((book) => [book.register, book.rows.length])),
      parameters: { filled: Object.keys(snapshot.parameters).length, total: loadParameters(desk.program).length },
      management: managementView(snapshot, store.identity, dayOf(now), views),
      supervisions: viewSupervisions(snapshot, dayOf(now), views).filter(({ supervision }) => supervision.state === 'open'),
      leaks: viewLeaks(snapshot, now).filter(({ event }) => event.closedAt === undefined),
      ahead: entriesAhead(desk, booksOpenIn(desk, store), 30).slice(0, 3),
      rounds: openRounds(Object.values(snapshot.rounds)).map((round) => ({ ...round, overdue: round.in < round.of && (round.deadline ?? '9999') < dayOf(now) })),
      clockBehind: store.isClockBehind(now),
    };
  } finally {
    await store.close();
  }
}
