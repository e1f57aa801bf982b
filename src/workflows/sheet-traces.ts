import { basename } from 'node:path';
import type { Actor } from '#domain/actor.js';
import { IsoInstant } from '#domain/primitives.js';
import type { Round, SheetTrace } from '#domain/round.js';
import type { MergePlan } from '#registers/questionnaire/merge-questionnaires.js';
import type { ReadQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';

interface CameBack {
  readonly sheets: readonly Pick<ReadQuestionnaire, 'file' | 'subjectKey' | 'exportedAt'>[];
  readonly problems: readonly { readonly file: string }[];
  readonly plan: MergePlan;
  readonly written: boolean;
  readonly at: string;
  readonly by: Actor;
}

/** The round with what became of the sheets that came back, also of those that could not be used. */
export function withTraces(round: Round, back: CameBack): Round {
  const keys = [...new Set(back.sheets.map(({ subjectKey }) => subjectKey))];
  return { ...round, sheets: { ...round.sheets, ...Object.fromEntries(keys.map((key) => [key, traceOf(key, round.sheets?.[key], back)])) } };
}

/** The round with the moment at which these subjects were handed their sheets. */
export function withExports(round: Round, keys: readonly string[], at: string): Round {
  return { ...round, sheets: { ...round.sheets, ...Object.fromEntries(keys.map((key) => [key, { ...round.sheets?.[key], exportedAt: at }])) } };
}

const mostFiles = 20;

function traceOf(key: string, before: SheetTrace | undefined, { sheets, problems, plan, written, at, by }: CameBack): SheetTrace {
  const own = sheets.filter(({ subjectKey }) => subjectKey === key);
  const files = new Set(own.map(({ file }) => file));
  const count = (list: readonly { readonly subjectKey: string }[]): number => list.filter(({ subjectKey }) => subjectKey === key).length;
  const wrong = problems.filter(({ file }) => files.has(file)).length;
  const imported = {
    at,
    by,
    files: [...files].slice(0, mostFiles).map((file) => basename(file).slice(-255)),
    recorded: written ? count(plan.answers) : 0,
    unchanged: count(plan.unchanged),
    kept: count(plan.kept),
    conflicts: count(plan.conflicts),
    problems: wrong,
    written,
  };
  const exportedAt = before?.exportedAt ?? own.map((sheet) => sheet.exportedAt).filter((each) => IsoInstant.safeParse(each).success).sort().at(-1);
  return { ...(exportedAt === undefined ? {} : { exportedAt }), imported };
}
