import type { Assessment } from '#domain/assessment.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { parameterText } from '../value-text.js';

/** The books and local rules that the results rest on, as they stood. */
export function books(source: PaperSource, say: Say): readonly Block[] {
  const blocks = [...registerTable(source.assessments, say), ...parameterTable(source, say)];
  return blocks.length === 0 ? [{ kind: 'paragraph', text: say('paper.books-none'), style: 'body' }] : blocks;
}

function registerTable(assessments: readonly Assessment[], say: Say): Block[] {
  const used = [...new Map(assessments.flatMap((assessment) => assessment.registers).map((each) => [each.register, each])).values()];
  if (used.length === 0) return [];
  const columns = [
    { title: say('paper.column-register'), width: 46, align: 'left' as const },
    { title: say('paper.column-rows'), width: 12, align: 'right' as const },
    { title: say('paper.column-confirmed'), width: 42, align: 'left' as const },
  ];
  return [{ kind: 'table', columns, rows: used.map((each) => [each.title, String(each.rows), confirmedText(each, say)]) }];
}

function confirmedText({ state, asOf }: Assessment['registers'][number], say: Say): string {
  if (state === 'unconfirmed') return say('paper.unconfirmed');
  return state === 'nil' ? say('paper.nil', { asOf: asOf ?? '' }) : (asOf ?? '');
}

function parameterTable({ assessments, parameters }: PaperSource, say: Say): Block[] {
  const given = Object.assign({}, ...assessments.map((assessment) => assessment.parameters)) as Record<string, unknown>;
  const asked = new Set(assessments.flatMap((assessment) => [...Object.keys(assessment.parameters), ...blankOnes(assessment)]));
  const used = parameters.filter((each) => asked.has(each.id));
  if (used.length === 0) return [];
  const columns = [
    { title: say('paper.column-parameter'), width: 46, align: 'left' as const },
    { title: say('paper.column-value'), width: 54, align: 'left' as const },
  ];
  return [{ kind: 'table', columns, rows: used.map(({ id, title, unit = '' }) => [title, parameterText(given[id], unit, say)]) }];
}

function blankOnes(assessment: Assessment): string[] {
  return assessment.results.flatMap((result) => result.gaps.filter((gap) => gap.reason === 'parameter-blank').map((gap) => gap.about.replace(/\[.*$/, '')));
}
