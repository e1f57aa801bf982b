import type { Item } from '#domain/checklist.js';
import type { Say } from '#messages/say.js';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';
import { parameterText, observedText } from '#reports/value-text.js';
import { minuteOf } from '#workflows/door.js';
import type { FactRead, ItemExplanation } from '#workflows/explain-item.js';
import { labelled } from '../labelled.js';
import { wrap } from '../wrap.js';
import { basisText } from './finding-page.js';

type Rows = readonly (readonly [label: string, text: string])[];

/** One item: what is wanted and why, how it is judged, what is read for it, what was seen last, and how to cure it. */
export function explainedItemPage(explanation: ItemExplanation, say: Say, width: number): string[] {
  const { checklist, section, item, alsoIn, facts } = explanation;
  return [
    ...wrap(`${item.id}  ${item.objective}`, width),
    ...labelled([[say('column.checklist'), `${checklist.title}  ${checklist.edition}  ${section}`], ...(alsoIn.length === 0 ? [] : [[say('explain-item.also-in'), alsoIn.join(' ')] as const]), ...demandRows(item, say), ...judgingRows(explanation, say), ...resultRows(explanation, say)], width),
    ...(facts.length === 0 ? [] : ['', say('explain-item.reads'), ...facts.flatMap((fact) => factLines(fact, say, width))]),
  ];
}

function demandRows({ basis, confidence, severity, method, remediation, guidance }: Item, say: Say): Rows {
  return present([
    [say('column.basis'), basis.map((each) => basisText(each, say)).join('; ')],
    [say('column.confidence'), say(`confidence.${confidence}`)],
    [say('column.severity'), say(`severity.${severity}`)],
    [say('column.method'), say(`method.${method}`)],
    [say('column.how'), guidance?.how],
    [say('column.evidence'), guidance?.evidence],
    [say('column.remediation'), remediation],
  ]);
}

function judgingRows({ item, registers, parameters }: ItemExplanation, say: Say): Rows {
  return present([
    [say('explain-item.applies'), item.applies],
    [say('explain-item.each'), item.each],
    [say('explain-item.where'), item.where],
    [say('column.expect'), item.expect],
    [say('explain-item.registers'), registers.map(({ title, id }) => `${title} (${id})`).join(say('paper.list-joiner'))],
    ...parameters.map(({ declaration, parameter }): [string, string] => [say('explain-item.parameter'), say('explain-item.parameter-value', { title: declaration.title, id: declaration.id, value: parameterText(parameter?.value, declaration.unit ?? '', say) })]),
  ]);
}

function resultRows({ newest }: ItemExplanation, say: Say): Rows {
  if (newest === undefined) return [[say('explain-item.newest'), say('explain-item.never')]];
  const { result, assessment, at } = newest;
  const seen = result.observed.map((each) => observedText(each, say)).join(say('paper.list-joiner'));
  return present([
    [say('explain-item.newest'), `${say(`result.${result.result}`)}  ${assessment}  ${minuteOf(at)}`],
    [say('explain-item.subjects'), result.subjects.total > 1 ? say('explain-item.subject-counts', { total: result.subjects.total, pass: result.subjects.pass, fail: result.subjects.fail, open: result.subjects.open }) : undefined],
    [say('explain-item.seen'), seen === '' ? result.fact : seen],
    [say('explain-item.open'), [...new Set(result.gaps.map(({ reason, about }) => `${say(`reason.${reason}`)} (${about})`))].join(say('paper.list-joiner'))],
  ]);
}

// What the probe reads, line by line: the same list that staff are shown.
function factLines({ id, sources, newest }: FactRead, say: Say, width: number): string[] {
  const key = `probe.${id}`;
  const title = key in zhCn ? say(key as MessageKey) : id;
  const state = newest === undefined ? '' : newest.status === 'observed' ? say('explain-item.read-at', { at: minuteOf(newest.readAt) }) : say('explain-item.not-read', { at: minuteOf(newest.readAt), reason: say(`reason.${newest.reason ?? 'not-collected'}` as MessageKey) });
  return [...wrap(`  ${title} (${id})  ${state}`.trimEnd(), width), ...sources.flatMap((source) => wrap(`    ${source}`, width))];
}

function present(rows: readonly (readonly [string, string | undefined])[]): Rows {
  return rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [[label, text] as const]));
}
