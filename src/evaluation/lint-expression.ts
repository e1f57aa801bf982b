import type { ASTNode } from '@marcbachmann/cel-js';
import type { Problem } from '#domain/app-error.js';
import { allowedCalls, rowType, type JudgingEnvironment } from './environment.js';
import { isComprehension, isObject, pathOf, typeNameOf, walk, type Visit } from './walk-expression.js';

/** What the type checker lets pass and must not: each deviation as a problem without its place. */
export function lintExpression(checked: ASTNode, environment: JudgingEnvironment, perRow: boolean): Problem[] {
  return [...walk(checked)].flatMap((visit) => [
    ...hasProblems(visit.node, environment),
    ...enumProblems(visit.node, environment),
    ...divisionProblems(visit.node),
    ...indexProblems(visit.node),
    ...nestingProblems(visit, perRow, environment),
  ]);
}

/** Calls outside the allow-list, in the expression as it was written. */
export function lintCalls(written: ASTNode): Problem[] {
  return [...walk(written)].flatMap(({ node }) => {
    if (node.op !== 'call' && node.op !== 'rcall') return [];
    const [name] = node.args;
    return allowedCalls.includes(name) ? [] : [{ code: 'expression-call-refused', params: { name, allowed: allowedCalls.join(', ') } }];
  });
}

/** In the checked copy `has(x)` reads `type(x) != null_type`, so that the checker looks into it. */
const presenceCall = 'type';

/** The source with each `has(x)` rewritten so that the field of `x` is type-checked. */
export function withCheckedPresence(source: string, parsed: ASTNode): string {
  const calls = [...walk(parsed)].map(({ node }) => node).filter((node) => node.op === 'call' && node.args[0] === 'has');
  return calls
    .sort((left, right) => right.start - left.start)
    .reduce((text, node) => {
      const inner = text.slice(node.start, node.end).replace(/^has\s*\(/, '').replace(/\)\s*$/, '');
      return `${text.slice(0, node.start)}(type(${inner}) != null_type)${text.slice(node.end)}`;
    }, source);
}

function hasProblems(node: ASTNode, environment: JudgingEnvironment): Problem[] {
  if (node.op !== 'call' || node.args[0] !== presenceCall) return [];
  const [subject] = node.args[1];
  const owner = subject?.op === '.' ? typeNameOf(subject.args[0]) : undefined;
  const isRow = owner !== undefined && environment.notes.get(owner)?.register !== undefined;
  return isRow ? [] : [{ code: 'expression-has-misuse', params: {} }];
}

function enumProblems(node: ASTNode, environment: JudgingEnvironment): Problem[] {
  if (node.op === '[]') return keyProblems(node, environment);
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return [];
  const [left, right] = node.args;
  return [...literalProblems(left, right, environment), ...literalProblems(right, left, environment)];
}

function literalProblems(field: ASTNode, other: ASTNode, environment: JudgingEnvironment): Problem[] {
  const allowed = field.op === '.' ? environment.notes.get(typeNameOf(field.args[0]) ?? '')?.enums[field.args[1]] : undefined;
  if (allowed === undefined || field.op !== '.') return [];
  const literals = other.op === 'list' ? other.args : [other];
  return literals.flatMap((literal) =>
    literal.op === 'value' && typeof literal.args === 'string' && !allowed.includes(literal.args)
      ? [{ code: 'expression-enum-value' as const, params: { value: literal.args, name: field.args[1], allowed: allowed.join(', ') } }]
      : [],
  );
}

// parameters.x["…"]: the key must be one that the declaration names.
function keyProblems(node: ASTNode, environment: JudgingEnvironment): Problem[] {
  if (node.op !== '[]') return [];
  const [receiver, key] = node.args;
  const name = pathOf(receiver, new Set())?.replace(/^parameters\./, '');
  const allowed = environment.schemas.parameters.find((parameter) => parameter.id === name)?.by;
  if (allowed === undefined || key.op !== 'value' || allowed.includes(String(key.args))) return [];
  return [{ code: 'expression-enum-value', params: { value: String(key.args), name: name ?? '', allowed: allowed.join(', ') } }];
}

function divisionProblems(node: ASTNode): Problem[] {
  const whole = node.op === '/' && node.args.every((side) => typeNameOf(side) === 'int');
  return whole ? [{ code: 'expression-integer-division', params: {} }] : [];
}

// `row["name"]` would be read past the lints, and the engine cannot take one row out of a list: both are refused.
function indexProblems(node: ASTNode): Problem[] {
  if (node.op !== '[]' || !(isObject(node.args[0]) || isObject(node))) return [];
  return [{ code: 'expression-types', params: { detail: `${typeNameOf(node.args[0]) ?? ''}[…] → .` } }];
}

// Rows × rows: 3,000 × 3,000 took 1.4 s and cannot be interrupted.
function nestingProblems({ node, insideWalk }: Visit, perRow: boolean, environment: JudgingEnvironment): Problem[] {
  if (!(insideWalk || perRow) || node.op !== 'rcall' || !isComprehension(node)) return [];
  return wholeBooks(environment).has(typeNameOf(node.args[1]) ?? '') ? [{ code: 'expression-nested-register', params: {} }] : [];
}

// A linked list has a type of its own; that of a whole book is told even where it goes by another name.
function wholeBooks({ schemas }: JudgingEnvironment): ReadonlySet<string> {
  return new Set(Object.keys(schemas.registers).map((register) => `list<${rowType(register)}>`));
}
