import type { Assessment } from '#domain/assessment.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';

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
  return [{ kind: 'table', columns, rows: used.map(({ id, title, unit = '' }) => [title, valueText(given[id], unit, say)]) }];
}

function blankOnes(assessment: Assessment): string[] {
  return assessment.results.flatMap((result) => result.gaps.filter((gap) => gap.reason === 'parameter-blank').map((gap) => gap.about.replace(/\[.*$/, '')));
}

function valueText(value: unknown, unit: string, say: Say): string {
  if (value === undefined) return say('paper.blank');
  if (typeof value === 'boolean') return say(value ? 'label.yes' : 'label.no');
  if (typeof value === 'number' || typeof value === 'string') return `${String(value)}${unit}`;
  return Object.entries(value as Record<string, unknown>).map(([key, each]) => say('paper.observed-value', { label: keyText(key, say), value: valueText(each, unit, say) })).join(say('paper.list-joiner'));
}

const spoken: Readonly<Record<string, Parameters<Say>[0]>> = {
  critical: 'severity.critical', high: 'severity.high', medium: 'severity.medium', low: 'severity.low',
  internet: 'network.internet', internal: 'network.internal', standalone: 'network.standalone',
};

function keyText(key: string, say: Say): string {
  const word = spoken[key];
  return word === undefined ? key : say(word);
}
