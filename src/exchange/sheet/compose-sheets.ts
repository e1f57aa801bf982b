import type { Say } from '#messages/say.js';
import { exportedItems } from '../exported-items.js';
import type { ExportSource } from '../export-source.js';
import { itemColumns, type ItemColumn } from './item-columns.js';

/** An assessment as two sheets: what it is, and its items. */
export interface AssessmentSheets {
  readonly title: string;
  readonly mark?: string;
  readonly head: { readonly name: string; readonly rows: readonly (readonly [string, string])[] };
  readonly items: {
    readonly name: string;
    readonly columns: readonly (Pick<ItemColumn, 'width' | 'align'> & { readonly title: string })[];
    readonly rows: readonly (readonly string[])[];
  };
}

export function composeSheets(source: ExportSource, say: Say): AssessmentSheets {
  const columns = itemColumns.map(({ title, width, align }) => ({ title: say(title), width, align }));
  const rows = exportedItems(source).map((exported) => itemColumns.map(({ cell }) => cell(exported, source, say)));
  return {
    title: source.assessment.checklist.title,
    ...(source.mark === undefined ? {} : { mark: source.mark }),
    head: { name: say('exchange.head-sheet'), rows: headRows(source, say) },
    items: { name: say('exchange.items-sheet'), columns, rows },
  };
}

function headRows({ assessment, unit, day, coverage, share, minuteOf, deviations }: ExportSource, say: Say): readonly (readonly [string, string])[] {
  const { number, at, subject, checklist, period, score, toolVersion, checklistDigest } = assessment;
  return [
    [say('exchange.head.unit'), unit],
    [say('exchange.head.subject'), subject.label],
    [say('exchange.head.checklist'), checklist.title],
    [say('exchange.head.edition'), checklist.edition],
    [say('exchange.head.origin'), checklist.origin],
    [say('exchange.head.number'), number],
    [say('exchange.head.at'), minuteOf(at)],
    [say('exchange.head.period'), say('exchange.period', period)],
    [say('exchange.head.share'), share],
    ...(score.grade === null ? [] : [[say('exchange.head.grade'), say(`grade.${score.grade}`)] as const]),
    ...(score.veto ? [[say('exchange.head.veto'), say('label.yes')] as const] : []),
    [say('exchange.head.coverage'), coverage],
    ...(deviations.length === 0 ? [] : [[say('exchange.head.deviations'), String(deviations.length)] as const]),
    [say('exchange.head.left-out'), say('exchange.left-out')],
    [say('exchange.head.exported'), day],
    [say('exchange.head.tool'), toolVersion],
    [say('exchange.head.digest'), checklistDigest],
  ];
}
