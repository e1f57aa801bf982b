import { AppError } from '#domain/app-error.js';
import type { Round } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import { periodText } from '#messages/period-text.js';
import { sayIn, type Say } from '#messages/say.js';
import { buildCheckSheets, type CheckSheet, type CheckSheetKind } from '#reports/form/build-check-sheets.js';
import { openStore, type Store } from '#store/store.js';
import { attachedAssessment } from './attach-assessment.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { recordDisclosure, type Unmasking } from './disclosure.js';
import { minuteOf } from './door.js';
import { viewFindings } from './view-findings.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import type { PaperFormat } from './paper-as.js';
import { openAssessment } from './open-assessment.js';
import { parameterValues } from './parameter-values.js';
import { roundNumbered, subjectInRound } from './round-named.js';
import { departmentParticulars, personParticulars } from './sheet-particulars.js';

export interface CheckSheetsRequest extends Unmasking {
  readonly kind: CheckSheetKind;
  readonly round: string;
  /** Keys; none = all that have handed in. */
  readonly subjects: readonly string[];
  readonly output?: string;
  readonly format?: PaperFormat;
}

const levelOf: Readonly<Record<CheckSheetKind, Round['level']>> = { 'staff-sheet': 'staff', 'department-sheet': 'department', holiday: 'department' };

/** Prints the sheets of a round (K01, K02, K10) for those who have handed in; names are masked unless a reason is put on record. */
export async function renderCheckSheets(desk: Desk, request: CheckSheetsRequest): Promise<RenderedReport & { readonly sheets: number }> {
  const store = await openStore(desk.folder);
  try {
    const round = roundNumbered(request.round, store.read());
    if (round.level !== levelOf[request.kind] || (request.kind === 'holiday') !== (round.checklistId === 'holiday')) throw new AppError('report-wrong-round', { number: round.number, checklist: round.checklistId });
    const subjects = handedInOf(round, request.subjects);
    await recordDisclosure(desk, store, request, { register: 'staff', output: 'paper', rows: subjects.length });
    const open = booksOpenIn(desk, store);
    const say = sayIn('zh-CN');
    const sheets = subjects.map((subject) => sheetOf(subject, round, request, open, store, say));
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const leaving = parameterValues(open.snapshot)['leavingCity'];
    const source = { kind: request.kind, title: say(`check-sheet.title.${request.kind}`), unit: open.identity.unit, by: by.person, at: open.at, day: open.today, minuteOf, isDemo: open.identity.demo, answers: open.snapshot.answers, sheets, ...(typeof leaving === 'string' ? { leaving } : {}) };
    const order = { template: request.kind, assessmentIds: sheets.map(({ assessment }) => assessment.id), at: open.at, by, output: request.output, format: request.format };
    return { ...(await issuePaper(desk, store, order, (number) => ({ document: buildCheckSheets({ ...source, number }, say), assessments: sheets.map(({ assessment }) => attachedAssessment(assessment)) }))), sheets: sheets.length };
  } finally {
    await store.close();
  }
}

function handedInOf(round: Round, asked: readonly string[]): readonly Subject[] {
  const named = asked.map((each) => subjectInRound(round, each));
  const subjects = (named.length === 0 ? round.subjects : named).filter(({ key }) => round.handedIn[key] !== undefined);
  if (subjects.length === 0) throw new AppError('round-nothing-in', { number: round.number });
  return subjects;
}

function sheetOf(subject: Subject, round: Round, request: CheckSheetsRequest, open: OpenBooks, store: Store, say: Say): CheckSheet {
  const entry = open.snapshot.assessments[round.handedIn[subject.key]?.assessmentId ?? ''];
  if (entry === undefined) throw new AppError('assessment-none');
  const assessment = openAssessment(store, entry);
  const views = viewFindings(open.snapshot, open.today).filter(({ finding }) => finding.subject.key === subject.key && finding.checklistId === round.checklistId && finding.state !== 'withdrawn');
  const late = round.handedIn[subject.key]?.late === true ? say('check-sheet.late') : '';
  const period = [say('check-sheet.period'), `${round.occasion ?? periodText(round.period, say)}${late}`] as const;
  const { head, tail } = round.level === 'staff' ? personParticulars(subject, open, request.unmasked, say) : departmentParticulars(subject, round, open, request, views, say);
  return { head: [period, ...head], tail, assessment, problems: views.filter(({ finding }) => finding.state !== 'closed') };
}
