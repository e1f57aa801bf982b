import { AppError } from '#domain/app-error.js';
import type { ReportDocument } from '#domain/report-document.js';
import { sayIn, type Say } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import type { FollowUpSource } from '#reports/follow-up/follow-up-source.js';
import { buildNotice, type NoticeParticulars } from '#reports/follow-up/notice.js';
import { buildRecheck } from '#reports/follow-up/recheck.js';
import { buildRectificationReport, type ReportParticulars } from '#reports/follow-up/rectification-report.js';
import { openStore } from '#store/store.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { exchangeForm } from './exchange-form.js';
import { findingCells } from './findings-sheet.js';
import { followUpSource, type ProblemChoice } from './follow-up-source.js';
import { inspectionForm } from './inspection-form.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import { opinionsReply } from './opinions-reply.js';
import type { PaperFormat } from './paper-as.js';

/** Where a paper goes, in what shape, and who has it made. */
export interface PaperRequest {
  readonly output?: string;
  readonly format?: PaperFormat;
  readonly by?: string;
}

/** 保密检查整改通知书 (K06); every problem in it has its day, for a demand without one binds nobody. */
export function renderNotice(desk: Desk, choice: ProblemChoice, notice: NoticeParticulars, request: PaperRequest): Promise<RenderedReport> {
  return problemPaper(desk, 'notice', { ...choice, liveOnly: true }, request, (source) => {
    refuseNone(source);
    const without = source.problems.filter(({ due }) => due === undefined).map(({ finding }) => finding.number);
    if (without.length > 0) throw new AppError('notice-no-deadline', { findings: without.join(', ') });
    return (numbered, say) => buildNotice(numbered, notice, say);
  });
}

/** 保密检查整改情况报告 (K07). */
export function renderRectification(desk: Desk, choice: ProblemChoice, particulars: ReportParticulars, request: PaperRequest): Promise<RenderedReport> {
  return problemPaper(desk, 'rectification', choice, request, () => (numbered, say) => buildRectificationReport(numbered, particulars, say));
}

/** 整改复查意见. */
export function renderRecheck(desk: Desk, choice: ProblemChoice, to: string, request: PaperRequest): Promise<RenderedReport> {
  return problemPaper(desk, 'recheck', choice, request, (source) => {
    refuseNone(source);
    return (numbered, say) => buildRecheck(numbered, { to }, say);
  });
}

/** 保密问题整改台账 (K05). */
export function renderRectificationLedger(desk: Desk, choice: ProblemChoice, request: PaperRequest): Promise<RenderedReport> {
  return problemPaper(desk, 'rectification-ledger', choice, request, () => (numbered, say) => rectificationLedger(desk, numbered, say));
}

function refuseNone({ problems }: Pick<FollowUpSource, 'problems'>): void {
  if (problems.length === 0) throw new AppError('paper-no-problems');
}

/** The same as a document, for papers that bind it in. */
export function rectificationLedger(desk: Desk, source: FollowUpSource, say: Say): ReportDocument {
  const records = source.problems.map((view) => ({ cells: findingCells(view, source.parameters), children: [] }));
  return buildForm({ ...source, template: exchangeForm(desk.program, 'findings'), layout: 'table', isBlank: false, records }, say);
}

/** 保密检查情况登记表 (K04). */
export function renderInspection(desk: Desk, number: string, request: PaperRequest): Promise<RenderedReport> {
  return paper(desk, 'inspection', request, (open, by) => inspectionForm(desk, open, number, by));
}

/** 意见建议逐条答复表. */
export function renderOpinionsReply(desk: Desk, number: string, request: PaperRequest): Promise<RenderedReport> {
  return paper(desk, 'opinions-reply', request, (open, by) => opinionsReply(desk, open, number, by));
}

type ProblemPaper = 'notice' | 'rectification' | 'recheck' | 'rectification-ledger';

/** Looks at the problems first, then writes about them once the paper has its number. */
function problemPaper(desk: Desk, template: ProblemPaper, choice: ProblemChoice, request: PaperRequest, prepare: (source: Omit<FollowUpSource, 'number'>) => (numbered: FollowUpSource, say: Say) => ReportDocument): Promise<RenderedReport> {
  return paper(desk, template, request, (open, by) => {
    const source = followUpSource(desk, open, choice, by);
    const compose = prepare(source);
    return (number, say) => compose({ ...source, number }, say);
  });
}

/** A paper on record: numbered, shaped, put in place. What can be refused is refused by `prepare`, before it takes a number. */
async function paper(desk: Desk, template: ProblemPaper | 'inspection' | 'opinions-reply', { output, format, by }: PaperRequest, prepare: (open: OpenBooks, by: string) => (number: string, say: Say) => ReportDocument): Promise<RenderedReport> {
  const store = await openStore(desk.folder);
  try {
    const open = booksOpenIn(desk, store);
    const actor = claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const compose = prepare(open, actor.person);
    const order = { template, assessmentIds: [], at: open.at, by: actor, output, format };
    return await issuePaper(desk, store, order, (number) => ({ document: compose(number, sayIn('zh-CN')), assessments: [] }));
  } finally {
    await store.close();
  }
}
