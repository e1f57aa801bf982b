import type { Finding } from '#domain/finding.js';
import { addMonths } from '#evaluation/day-functions.js';
import { forbiddingLaw } from '#messages/spellings.js';
import { assignFinding, type Assignment } from '#findings/assign-finding.js';
import { deviateFinding, type DeviationOrder } from '#findings/deviate-finding.js';
import { extendFinding } from '#findings/extend-finding.js';
import { rectifyFinding, type Rectification } from '#findings/rectify-finding.js';
import { reopenFinding } from '#findings/reopen-finding.js';
import type { Taken } from '#findings/step.js';
import { verifyFinding, type Verification } from '#findings/verify-finding.js';
import { askWithdrawal, decideWithdrawal } from '#findings/withdraw-finding.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { dueOfFindings } from './due-of-findings.js';
import { evidenceNumbered } from './list-evidence.js';
import { findingNumbered } from './view-findings.js';

type Given<T extends Taken> = Omit<T, keyof Taken>;

/** 登记整改: what was done, by whom; not closed by this. */
export function rectify(desk: Desk, number: string, given: Given<Rectification>, by: string): Promise<Finding> {
  return step(desk, number, 'finding.rectified', by, (finding, taken, { snapshot }) => {
    const evidence = (given.evidence ?? []).map((each) => evidenceNumbered(snapshot, each).number);
    return rectifyFinding(finding, { ...given, evidence, ...taken, by: claimed(by, 'staff') });
  });
}

/** 复核销号, by another person. */
export function verify(desk: Desk, number: string, given: Given<Verification>, by: string): Promise<Finding> {
  return step(desk, number, 'finding.verified', by, (finding, taken) => verifyFinding(finding, { ...given, ...taken }));
}

/** 分派: owner, responsible leader, department, kind, deadline, cause. */
export function assign(desk: Desk, number: string, given: Given<Assignment>, by: string | undefined): Promise<Finding> {
  return step(desk, number, 'finding.assigned', by, (finding, taken) => assignFinding(finding, { ...given, ...taken }));
}

/** 延期: later than the day it is due now, with a reason; every one counts. */
export function extend(desk: Desk, number: string, given: { readonly until: string; readonly reason: string }, by: string): Promise<Finding> {
  return step(desk, number, 'finding.extended', by, (finding, taken, { snapshot }) => extendFinding(finding, { ...given, ...taken, due: dueOfFindings(snapshot)(finding)?.day }));
}

/** 重新立案, by a person's decision. */
export function reopen(desk: Desk, number: string, reason: string, by: string): Promise<Finding> {
  return step(desk, number, 'finding.reopened', by, (finding, taken) => reopenFinding(finding, { reason, ...taken }));
}

/** 经批准例外; what the law forbids has none (保密法 art. 28, 29, 31). */
export function deviate(desk: Desk, number: string, given: Omit<Given<DeviationOrder>, 'today'>, by: string | undefined): Promise<Finding> {
  return step(desk, number, 'finding.deviated', by, (finding, taken, { today }) => deviateFinding(finding, { ...given, today, ...taken }, { forbids: forbiddenBy, addMonths }));
}

/** 撤回（误报）: asked for by one person. */
export function withdraw(desk: Desk, number: string, reason: string, by: string): Promise<Finding> {
  return step(desk, number, 'finding.withdrawal-asked', by, (finding, taken) => askWithdrawal(finding, { reason, ...taken }));
}

/** 撤回（误报）: decided by another. */
export function decideOnWithdrawal(desk: Desk, number: string, given: { readonly agreed: boolean; readonly note?: string }, by: string): Promise<Finding> {
  return step(desk, number, 'finding.withdrawal-decided', by, (finding, taken) => decideWithdrawal(finding, { ...given, ...taken }));
}

function forbiddenBy({ basis }: Finding): string | undefined {
  const found = basis.find((each) => each.kind === 'law' && each.law === forbiddingLaw.law && forbiddingLaw.articles.includes(each.article));
  return found?.kind === 'law' ? `${found.law} ${String(found.article)}` : undefined;
}

function step(desk: Desk, number: string, kind: string, by: string | undefined, decide: (finding: Finding, taken: Taken, open: OpenBooks) => Finding): Promise<Finding> {
  return changeBooks(desk, { kind, by }, (open) => {
    const moved = decide(findingNumbered(open.snapshot, number, open.today), { by: open.by, at: open.at }, open);
    return { changes: [{ collection: 'findings', id: moved.id, value: moved }], result: moved };
  });
}
