import { ParseError, type TypeError as CelTypeError, type ASTNode, type Environment, type ParseResult } from '@marcbachmann/cel-js';
import type { Problem } from '#domain/app-error.js';
import type { JudgingEnvironment } from './environment.js';
import { lintCalls, lintExpression, withCheckedPresence } from './lint-expression.js';
import { readsOf, type Reads } from './reads.js';
import { registerSaid } from './register-names.js';

/** An expression that was parsed, type-checked and linted. */
export interface CompiledExpression {
  readonly source: string;
  readonly reads: Reads;
  /** Sources of parameter keys, compiled: `row.level` of `parameters.hours[row.level]`. */
  readonly keys: Readonly<Record<string, ParseResult>>;
  readonly run: ParseResult;
}

export type Compiled = { readonly expression: CompiledExpression } | { readonly problems: readonly Problem[] };

/** Compiles `source`; `result` is the type it must have (undefined: any, for observed values). */
export function compileExpression(source: string, environment: JudgingEnvironment, register: string | undefined, result?: 'bool'): Compiled {
  const names = register === undefined ? environment.plain : environment.forRowsOf(register);
  try {
    const run = names.parse(source);
    // A refused call also has no type here: the refusal says more.
    const refused = lintCalls(run.ast);
    const problems = refused.length > 0 ? refused : typeProblems(run, result, environment);
    if (problems.length > 0) return { problems };
    const copySource = withCheckedPresence(source, run.ast);
    const copy = names.parse(copySource);
    const copyProblems = [...typeProblems(copy, undefined, environment), ...lintExpression(copy.ast, environment, register !== undefined)];
    if (copyProblems.length > 0) return { problems: copyProblems };
    const reads = readsOf(copy.ast, { ast: run.ast, source }, environment);
    return { expression: { source, reads, keys: compileKeys(reads, names), run } };
  } catch (error) {
    if (error instanceof ParseError) return { problems: [parseProblem(error)] };
    throw error;
  }
}

/** The tree of an `each:` — the id of the register it names, if it is one. */
export function registerNamed(source: string, environment: JudgingEnvironment): string | undefined {
  const match = /^register\.([A-Za-z][A-Za-z0-9_]*)$/.exec(source.trim());
  const id = registerSaid(match?.[1] ?? '');
  return id in environment.schemas.registers ? id : undefined;
}

function compileKeys(reads: Reads, names: Environment): Record<string, ParseResult> {
  return Object.fromEntries(reads.parameters.flatMap(({ key }) => (key === undefined ? [] : [[key, names.parse(key)]])));
}

function typeProblems(parsed: ParseResult & { ast: ASTNode }, result: string | undefined, environment: JudgingEnvironment): Problem[] {
  const checked = parsed.check();
  if (checked.valid) {
    const actual = checked.type ?? 'dyn';
    return result === undefined || actual === result ? [] : [{ code: 'expression-not-bool', params: { actual } }];
  }
  return [checked.error instanceof ParseError ? parseProblem(checked.error) : typeProblem(checked.error, environment)];
}

function parseProblem(error: ParseError): Problem {
  if (error.code === 'limit_exceeded') return { code: 'expression-too-long', params: {} };
  return { code: 'expression-syntax', params: { detail: error.summary } };
}

function typeProblem(error: CelTypeError | undefined, environment: JudgingEnvironment): Problem {
  const summary = error?.summary ?? '';
  const name = summary.slice(summary.lastIndexOf(':') + 1).trim();
  if (error?.code === 'unknown_variable') return { code: 'expression-unknown-name', params: { name, allowed: environment.names.join(', ') } };
  if (error?.code === 'no_such_key') return { code: 'expression-unknown-field', params: { name } };
  return { code: 'expression-types', params: { detail: summary } };
}
