import type { EvaluationError } from '@marcbachmann/cel-js';
import type { Gap, Observation, Observed } from '#domain/item-result.js';
import type { ReasonCode } from '#domain/result-value.js';
import type { Bindings } from './bindings.js';
import type { CompiledExpression } from './compile-expression.js';
import { keyedGaps, resultOfGaps } from './gaps.js';
import type { World } from './world.js';

/** Outcome of one yes-or-no expression. */
export type Verdict = { readonly verdict: boolean } | { readonly gaps: readonly Gap[] };

/** Runs a yes-or-no expression; whatever cannot be decided comes back as gaps, never as a guess. */
export function decide(expression: CompiledExpression, bindings: Bindings, world: World): Verdict {
  const gaps = keyedGaps(expression, bindings, world);
  if (gaps.length > 0) return { gaps };
  try {
    const value = expression.run(bindings) as unknown;
    return typeof value === 'boolean' ? { verdict: value } : { gaps: [{ reason: 'type-mismatch', about: expression.source }] };
  } catch (error) {
    return { gaps: [{ reason: reasonOf(error, expression), about: expression.source.slice(0, 80) }] };
  }
}

/** What a failed or open subject shows of itself. */
export function observedValues(observe: Readonly<Record<string, CompiledExpression>>, bindings: Bindings): Observed[] {
  return Object.entries(observe).flatMap(([label, expression]) => {
    const value = shown(expression, bindings);
    return value === undefined ? [] : [{ label, value }];
  });
}

/** An observation of a subject whose verdict is open. */
export function openObservation(subject: Observation['subject'], gaps: readonly Gap[], observed: readonly Observed[]): Observation {
  return { subject, result: resultOfGaps(gaps), reasons: [...new Set(gaps.map((gap) => gap.reason))], observed: [...observed] };
}

function shown(expression: CompiledExpression, bindings: Bindings): Observed['value'] | undefined {
  try {
    return plain(expression.run(bindings) as unknown);
  } catch {
    // An observed value that cannot be had is left out: the item's own gap says why.
    return undefined;
  }
}

function plain(value: unknown): Observed['value'] | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return value.slice(0, 200);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, 20).map(String).join(', ').slice(0, 200);
  return undefined;
}

function reasonOf(error: unknown, expression: CompiledExpression): ReasonCode {
  const code = (error as EvaluationError).code as string | undefined;
  if (code !== 'no_such_key') return 'type-mismatch';
  return expression.reads.columns.length > 0 ? 'cell-blank' : 'partly-readable';
}
