import type { Gap, ItemResult, Observation } from '#domain/item-result.js';
import type { RowView } from '#domain/register-fact.js';
import type { ResultValue } from '#domain/result-value.js';
import type { Bindings } from './bindings.js';
import type { CompiledItem } from './compile-checklist.js';
import { manualVerdict } from './evaluate-manual.js';
import { decide, observedValues, openObservation } from './evaluate-row.js';
import { gapsIn, resultOfGaps } from './gaps.js';
import { mergeReads } from './reads.js';
import type { World } from './world.js';

/** A result and the keys of the subjects that passed (findings need them, the assessment does not keep them). */
export interface Judged {
  readonly result: ItemResult;
  readonly passedSubjects: readonly string[];
}

/** Judges one item; never throws for anything an officer or a machine can cause. */
export function evaluateItem(compiled: CompiledItem, checklistId: string, bindings: Bindings, world: World): Judged {
  const early = applicability(compiled, bindings, world);
  if (early !== undefined) return early;
  if (compiled.item.method === 'manual') return judgeManual(compiled, checklistId, world);
  const gaps = gapsIn(mergeReads([compiled.where, compiled.expect].flatMap((each) => (each === undefined ? [] : [each.reads]))), world);
  const bookGaps = gapsIn({ ...mergeReads([]), registers: compiled.register === undefined ? [] : [compiled.register] }, world);
  const allGaps = uniqueGaps([...bookGaps, ...gaps]);
  if (allGaps.length > 0) return open(compiled, allGaps);
  return compiled.register === undefined ? judgeWhole(compiled, bindings, world) : judgeRows(compiled, compiled.register, bindings, world);
}

function applicability(compiled: CompiledItem, bindings: Bindings, world: World): Judged | undefined {
  if (compiled.applies === undefined) return undefined;
  const gaps = gapsIn(compiled.applies.reads, world);
  if (gaps.length > 0) return open(compiled, gaps);
  const outcome = decide(compiled.applies, bindings, world);
  if ('gaps' in outcome) return open(compiled, outcome.gaps);
  return outcome.verdict ? undefined : settled(compiled, 'notapplicable', { gaps: [{ reason: 'not-applicable-here', about: compiled.applies.source.slice(0, 80) }] });
}

function judgeManual(compiled: CompiledItem, checklistId: string, world: World): Judged {
  const verdict = manualVerdict(compiled.item, checklistId, world);
  if ('reason' in verdict) return open(compiled, [{ reason: verdict.reason, about: compiled.item.id }]);
  return settled(compiled, verdict.value, verdict.more, world);
}

function judgeWhole(compiled: CompiledItem, bindings: Bindings, world: World): Judged {
  if (compiled.expect === undefined) return open(compiled, [{ reason: 'type-mismatch', about: compiled.item.id }]);
  const observed = observedValues(showable(compiled, world), bindings);
  const outcome = decide(compiled.expect, bindings, world);
  if ('gaps' in outcome) return open(compiled, outcome.gaps, observed);
  return settled(compiled, outcome.verdict ? 'pass' : 'fail', { observed }, world);
}

function judgeRows(compiled: CompiledItem, register: string, bindings: Bindings, world: World): Judged {
  const book = world.registers[register];
  if (book === undefined || book.rows.length === 0) return settled(compiled, 'notapplicable', { gaps: [{ reason: 'register-empty', about: register }] });
  const shown = { ...compiled, observe: showable(compiled, world) };
  const judged = book.rows.map((row) => judgeRow(row, shown, bindings, world)).filter((outcome) => outcome !== 'not-selected');
  if (judged.length === 0) return settled(compiled, 'notapplicable', { gaps: [{ reason: 'nothing-selected', about: register }] });
  const passedSubjects = judged.flatMap((outcome) => ('passed' in outcome ? [outcome.passed] : []));
  const observations = judged.flatMap((outcome) => ('observation' in outcome ? [outcome.observation] : []));
  const gaps = uniqueGaps(observations.flatMap((each) => each.reasons.map((reason) => ({ reason, about: register }))));
  const fail = observations.filter((each) => each.result === 'fail').length;
  const result: ItemResult = {
    ...blank(compiled, forInformation(compiled, resultOfRows(observations))),
    gaps,
    subjects: { total: judged.length, pass: passedSubjects.length, fail, open: observations.length - fail },
    observations,
  };
  return { result, passedSubjects };
}

type RowOutcome = 'not-selected' | { readonly passed: string } | { readonly observation: Observation };

function judgeRow(row: RowView, compiled: CompiledItem, bindings: Bindings, world: World): RowOutcome {
  const withRow = { ...bindings, row: row.cells };
  const subject = { kind: 'row', key: row.rowId, label: row.label } as const;
  const selected = compiled.where === undefined ? { verdict: true } : decide(compiled.where, withRow, world);
  if ('verdict' in selected && !selected.verdict) return 'not-selected';
  const outcome = 'gaps' in selected || compiled.expect === undefined ? selected : decide(compiled.expect, withRow, world);
  if ('verdict' in outcome && outcome.verdict) return { passed: row.rowId };
  const observed = observedValues(compiled.observe, withRow);
  if ('gaps' in outcome) return { observation: openObservation(subject, outcome.gaps, observed) };
  return { observation: { subject, result: 'fail', reasons: [], observed } };
}

function resultOfRows(observations: readonly Observation[]): ResultValue {
  for (const worst of ['fail', 'unknown', 'notchecked'] as const) if (observations.some((each) => each.result === worst)) return worst;
  return 'pass';
}

function open(compiled: CompiledItem, gaps: readonly Gap[], observed: ItemResult['observed'] = []): Judged {
  const result = { ...blank(compiled, resultOfGaps(gaps)), gaps: [...gaps], observed, subjects: { total: 1, pass: 0, fail: 0, open: 1 } };
  return { result, passedSubjects: [] };
}

function settled(compiled: CompiledItem, value: 'pass' | 'fail' | 'notapplicable', more: Partial<ItemResult>, world?: World): Judged {
  const count = { pass: { pass: 1, fail: 0 }, fail: { pass: 0, fail: 1 }, notapplicable: { pass: 0, fail: 0 } }[value];
  const result = { ...blank(compiled, forInformation(compiled, value)), subjects: { total: count.pass + count.fail, ...count, open: 0 }, ...more };
  return { result, passedSubjects: value === 'pass' && world !== undefined ? [world.subject.key] : [] };
}

// An item for information judges nobody: it neither passes nor fails.
function forInformation({ item }: CompiledItem, value: ResultValue): ResultValue {
  return item.kind === 'information' && (value === 'pass' || value === 'fail') ? 'informational' : value;
}

// A value taken from something missing or partly readable would be shown as if it were whole.
function showable({ observe }: CompiledItem, world: World): CompiledItem['observe'] {
  return Object.fromEntries(Object.entries(observe).filter(([, expression]) => gapsIn(expression.reads, world).length === 0));
}

function blank(compiled: CompiledItem, result: ResultValue): ItemResult {
  return {
    itemId: compiled.item.id,
    sectionId: compiled.sectionId,
    result,
    method: compiled.item.method,
    gaps: [],
    subjects: { total: 0, pass: 0, fail: 0, open: 0 },
    observations: [],
    observed: [],
    deductions: [],
  };
}

function uniqueGaps(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.reason} ${gap.about}`, gap])).values()];
}
