import type { Answer } from '#domain/answer.js';
import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import type { Block, FormCell, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { answerMarks } from '../annex/answer-marks.js';
import type { PaperFinding, PaperSource } from '../paper-source.js';
import { paperFrame, type SignedHead } from '../paper-frame.js';
import { formHead } from './form-head.js';

export const checkSheetKinds = ['staff-sheet', 'department-sheet', 'holiday'] as const;
export type CheckSheetKind = (typeof checkSheetKinds)[number];

/** One person's or department's sheet: K01, K02 or K10. */
export interface CheckSheet {
  /** Label and value, two a line, above the items. */
  readonly head: readonly (readonly [label: string, value: string])[];
  readonly assessment: Assessment;
  readonly problems: readonly PaperFinding[];
  /** Label and value below the items, besides problems and measures. */
  readonly tail: readonly (readonly [label: string, value: string])[];
}

export interface CheckSheetsSource extends SignedHead, Pick<PaperSource, 'minuteOf'> {
  readonly kind: CheckSheetKind;
  readonly title: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly sheets: readonly CheckSheet[];
  /** How the unit words 离开本市. */
  readonly leaving?: string;
}

/** Sheets of a round as forms to be signed, one subject a page or more. */
export function buildCheckSheets(source: CheckSheetsSource, say: Say): ReportDocument {
  const { kind, title, sheets } = source;
  return {
    ...paperFrame(source, { template: kind, title }, say),
    footer: say('form.footer', { form: say('form.id', { form: say(`check-sheet.form.${kind}`) }) }),
    blocks: sheets.flatMap((sheet, index) => [...(index > 0 ? [{ kind: 'page-break' } as const] : []), ...sheetBlocks(sheet, source, say)]),
  };
}

function sheetBlocks(sheet: CheckSheet, source: CheckSheetsSource, say: Say): readonly Block[] {
  const { kind, title, unit, by, day } = source;
  return [
    formHead({ title, unit, second: [bookWords.by, by], day }, say),
    { kind: 'grid', rows: sheet.head.map(([label, value]) => [label, value]) },
    itemTable(sheet.assessment, source, say),
    { kind: 'form-card', rows: [...closing(sheet, say), ...sheet.tail.map(pair)], keep: 14, fillsPage: false },
    { kind: 'form-signatures', signers: signersOf(kind, say), date: say('form.date-room') },
  ];
}

function pair([label, value]: readonly [string, string]): FormCell[] {
  return [{ label, value, height: 8 }];
}

// 存在问题, 整改措施: what the answers failed on, and what is to be done by whom and when.
function closing({ assessment, problems }: CheckSheet, say: Say): FormCell[][] {
  const items = itemsOf(assessment);
  const failed = assessment.results.filter(({ result }) => result === 'fail').map(({ itemId, fact }) => `${itemId} ${fact ?? items.get(itemId)?.objective ?? ''}`);
  const measures = problems.map(({ finding, due }) => say('check-sheet.measure', { number: finding.number, measure: finding.measure ?? finding.remediation ?? say('paper.not-set'), due: due ?? say('paper.not-set'), state: say(`finding-state.${finding.state}`) }));
  return [
    [{ label: say('check-sheet.problems'), value: failed.length === 0 ? noProblems(assessment, say) : failed.join('\n'), height: 14 }],
    [{ label: say('check-sheet.measures'), value: measures.join('\n'), height: 14 }],
  ];
}

// Open questions are no clean sheet.
function noProblems({ score: { counts } }: Assessment, say: Say): string {
  const open = counts.notchecked + counts.unknown + counts.error;
  if (open > 0 && counts.pass + counts.fail + counts.notapplicable + counts.informational === 0) return say('check-sheet.nothing-answered');
  return open === 0 ? say('check-sheet.none') : say('check-sheet.none-but-open', { open });
}

function itemTable(assessment: Assessment, source: CheckSheetsSource, say: Say): Block {
  const columns = [
    { title: say('sheet.column.item'), width: 16, align: 'center' as const },
    { title: say('check-sheet.column.item'), width: 88, align: 'left' as const },
    { title: say('check-sheet.column.conclusion'), width: 18, align: 'center' as const },
    { title: say('check-sheet.column.note'), width: 58, align: 'left' as const },
  ];
  const rows: string[][] = [];
  const emphasis: number[] = [];
  for (const section of assessment.checklist.sections) {
    emphasis.push(rows.length);
    rows.push(['', section.title, '', '']);
    rows.push(...section.items.map((item) => itemRow(item, assessment, source, say)));
  }
  return { kind: 'table', columns, rows, emphasis };
}

function itemRow(item: Item, { results }: Assessment, source: CheckSheetsSource, say: Say): string[] {
  const result = results.find((each) => each.itemId === item.id);
  const answer = result?.answerId === undefined ? undefined : source.answers[result.answerId];
  const note = [result?.fact ?? '', answer === undefined ? '' : answerMarks(answer, source, say)].filter((each) => each !== '').join('\n');
  return [item.id, worded(item.objective, source, say), conclusionOf(item, result, say), note];
}

function worded(objective: string, { leaving }: CheckSheetsSource, say: Say): string {
  return leaving === undefined ? objective : objective.replaceAll(say('check-sheet.leaving'), leaving);
}

// 是, 否, 不涉及: the words of these sheets.
function conclusionOf(item: Item, result: Assessment['results'][number] | undefined, say: Say): string {
  if (item.kind === 'information') return result?.fact === undefined ? say('check-sheet.blank') : say('check-sheet.filled');
  if (result?.partial === true) return say('result.partial');
  const words = { pass: 'check-sheet.yes', fixed: 'check-sheet.yes', fail: 'check-sheet.no', notapplicable: 'check-sheet.not-concerned' } as const;
  const value = result?.result;
  return value !== undefined && value in words ? say(words[value as keyof typeof words]) : say('check-sheet.blank');
}

function itemsOf({ checklist }: Assessment): ReadonlyMap<string, Item> {
  return new Map(checklist.sections.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}

function signersOf(kind: CheckSheetKind, say: Say): string[] {
  const names = { 'staff-sheet': ['self', 'department-head'], 'department-sheet': ['checker', 'department-head'], holiday: ['checker', 'department-head'] } as const;
  return names[kind].map((name) => `${say(`check-sheet.signer.${name}`)}${bookWords.colon}`);
}
