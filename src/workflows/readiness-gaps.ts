import type { Assessment } from '#domain/assessment.js';
import type { Gap, ItemResult } from '#domain/item-result.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import { printableObjective } from '#domain/printable-item.js';
import { addDays } from '#evaluation/day-functions.js';
import type { Say } from '#messages/say.js';
import { writeBook } from '#registers/write-book.js';
import { gapText } from '#reports/gap-text.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { exchangeForm } from './exchange-form.js';
import { loadParameters } from './load-catalog.js';
import { viewSupervisions } from './show-supervisions.js';
import { inspectionPlan } from './show-inspections.js';
import { isLive, viewFindings } from './view-findings.js';

/** Something that an inspector will ask for and that is not there, or not up to date. */
export interface ReadinessGap {
  readonly kind: 'open-item' | 'no-evidence' | 'stale-answer' | 'stale-book' | 'stale-assessment' | 'overdue' | 'no-owner' | 'opinion' | 'department';
  /** `checklist/item`, where there is one. */
  readonly item: string;
  readonly what: string;
  readonly why: string;
  readonly cure: string;
}

/** An answer that runs out within so many days is named before the inspector comes. */
const soonDays = 30;

/** What is missing or stale, each with the checklist item it belongs to: open items, answers that run out or have no evidence, books that moved after they were confirmed, old assessments, late problems, unanswered opinions. */
export function readinessGaps(desk: Desk, open: OpenBooks, assessments: readonly Assessment[], say: Say): readonly ReadinessGap[] {
  const parameters = loadParameters(desk.program);
  return [
    ...assessments.flatMap((assessment) => itemGaps(open, assessment, parameters, say)),
    ...assessments.flatMap((assessment) => bookGaps(open, assessment, say)),
    ...assessments.flatMap((assessment) => ageGaps(open, assessment, say)),
    ...problemGaps(open, say),
    ...opinionGaps(open, say),
    ...inspectionPlan(open, open.today.slice(0, 4)).uncovered.map((department): ReadinessGap => ({ kind: 'department', item: '', what: say('gap.department', { department }), why: say('gap.department-why'), cure: 'zicha inspection plan' })),
  ];
}

export async function writeGaps(desk: Desk, open: OpenBooks, gaps: readonly ReadinessGap[], by: string): Promise<Buffer> {
  const rows = gaps.map(({ kind, item, what, why, cure }) => ({ kind: desk.say(`gap-kind.${kind}`), ...(item === '' ? {} : { item }), what, why, cure }));
  return Buffer.from(await writeBook(exchangeForm(desk.program, 'readiness-gaps'), rows, { unit: open.identity.unit, by, at: open.at, day: open.today, ...(open.identity.demo ? { watermark: desk.say('demo.mark') } : {}) }));
}

function itemGaps({ snapshot, today }: OpenBooks, assessment: Assessment, parameters: readonly ParameterDeclaration[], say: Say): readonly ReadinessGap[] {
  const items = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  const names = { assessments: [assessment], parameters };
  const soon = addDays(today, soonDays);
  return assessment.results.flatMap((result): ReadinessGap[] => {
    const item = items.get(result.itemId);
    if (item === undefined) return [];
    const common = { item: `${assessment.checklist.id}/${item.id}`, what: printableObjective(item) };
    if (isOpen(result)) return [{ kind: 'open-item', ...common, why: [...new Set(result.gaps.map((gap) => gapText(gap, names, say)))].join(say('paper.list-joiner')) || say(`result.${result.result}`), cure: cureOf(result.gaps[0], assessment.checklist.id, item.id) }];
    const answer = result.answerId === undefined ? undefined : snapshot.answers[result.answerId];
    if (answer === undefined) return [];
    if (answer.validUntil <= soon) return [{ kind: 'stale-answer', ...common, why: say('gap.answer-until', { day: answer.validUntil }), cure: `zicha assess answer ${item.id} --checklist ${assessment.checklist.id}` }];
    return answer.value === 'pass' && answer.evidence.length === 0 ? [{ kind: 'no-evidence', ...common, why: say('gap.no-evidence'), cure: `zicha evidence add FILE --for ${item.id}` }] : [];
  });
}

function isOpen({ result }: ItemResult): boolean {
  return result === 'unknown' || result === 'notchecked' || result === 'error';
}

function cureOf(gap: Gap | undefined, checklist: string, item: string): string {
  if (gap === undefined) return `zicha assess show --verbose`;
  const about = gap.about.replace(/\[.*$/, '');
  if (gap.reason === 'parameter-blank') return `zicha parameter set ${about}`;
  if (gap.reason === 'register-unconfirmed') return `zicha register confirm ${about}`;
  if (gap.reason === 'cell-blank') return `zicha register list ${about}`;
  if (gap.reason === 'not-answered' || gap.reason === 'answer-expired' || gap.reason === 'answer-outdated') return `zicha assess answer ${item} --checklist ${checklist}`;
  return `zicha assess show --verbose`;
}

// Rows that came after the officer's word are not covered by it.
function bookGaps({ snapshot, books }: OpenBooks, { registers, checklist }: Assessment, say: Say): readonly ReadinessGap[] {
  return registers.flatMap(({ register, title, asOf }): ReadinessGap[] => {
    const confirmation = snapshot.confirmations[register];
    if (confirmation === undefined || asOf === undefined) return [];
    if (!books.some(({ template }) => template.id === register)) return [];
    const moved = Object.values(snapshot.rows).filter((row) => row.register === register && row.at > confirmation.at).length;
    return moved === 0 ? [] : [{ kind: 'stale-book', item: checklist.id, what: title, why: say('gap.book-moved', { asOf, count: moved }), cure: `zicha register confirm ${register}` }];
  });
}

// Whatever the books say now, the paper tells what was judged then.
function ageGaps({ snapshot, today }: OpenBooks, { at, checklist, number, registers }: Assessment, say: Say): readonly ReadinessGap[] {
  const named = new Set(registers.map(({ register }) => register));
  const moved = Object.values(snapshot.rows).filter((row) => named.has(row.register) && row.at > at).length;
  const lastYear = dayOf(at).slice(0, 4) < today.slice(0, 4);
  if (moved === 0 && !lastYear) return [];
  const why = lastYear ? say('gap.assessment-year', { day: dayOf(at) }) : say('gap.assessment-moved', { day: dayOf(at), count: moved });
  return [{ kind: 'stale-assessment', item: checklist.id, what: `${number} ${checklist.title}`, why, cure: `zicha assess run --checklist ${checklist.id}` }];
}

function problemGaps({ snapshot, today }: OpenBooks, say: Say): readonly ReadinessGap[] {
  return viewFindings(snapshot, today).filter(({ finding }) => isLive(finding)).flatMap(({ finding, overdue, due }): ReadinessGap[] => {
    const common = { item: finding.itemId === '' ? '' : `${finding.checklistId}/${finding.itemId}`, what: `${finding.number} ${finding.statement}` };
    if (overdue) return [{ kind: 'overdue', ...common, why: say('gap.overdue', { day: due ?? '' }), cure: `zicha finding rectify ${finding.number}` }];
    return finding.owner === undefined ? [{ kind: 'no-owner', ...common, why: say('gap.no-owner'), cure: `zicha finding assign ${finding.number}` }] : [];
  });
}

function opinionGaps({ snapshot, today }: OpenBooks, say: Say): readonly ReadinessGap[] {
  return viewSupervisions(snapshot, today).filter(({ supervision }) => supervision.state === 'open').flatMap(({ supervision, opinions }) => opinions.filter(({ state }) => state === 'unanswered').map(({ opinion }): ReadinessGap => ({ kind: 'opinion', item: '', what: say('gap.opinion', { number: supervision.number, opinion: opinion.originalNumber }), why: say('gap.opinion-why'), cure: `zicha supervision respond ${supervision.number} ${opinion.originalNumber}` })));
}
