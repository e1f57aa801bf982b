import type { ASTNode } from '@marcbachmann/cel-js';
import { rootTypes, type JudgingEnvironment } from './environment.js';
import { registerSaid } from './register-names.js';
import { isComprehension, isPrimitive, pathOf, typeNameOf, walk, type Visit } from './walk-expression.js';

/** What an expression reads, known from its tree: whether any of it is missing is decided before it runs. */
export interface Reads {
  readonly facts: readonly string[];
  readonly registers: readonly string[];
  readonly columns: readonly { readonly register: string; readonly column: string }[];
  readonly parameters: readonly ParameterUse[];
  /** Lists taken whole (`size`, `in`, an index …): as path from a fact, or the bare fact where the path is not plain. */
  readonly wholeLists: readonly string[];
}

/** `parameters.x`, or `parameters.x[key]` with the source of the key. */
export interface ParameterUse {
  readonly parameter: string;
  readonly key?: string;
}

/** An expression as it was written, type-checked. */
export interface Written {
  readonly ast: ASTNode;
  readonly source: string;
}

/** Collects the reads of the tree whose `has` was opened for the checker; keys are quoted from the text as written. What a member belongs to is told by its type, so another name for a book or the parameters hides nothing. */
export function readsOf(checked: ASTNode, written: Written, environment: JudgingEnvironment): Reads {
  const visits = [...walk(checked)];
  const facts = rootsIn(visits).filter((root) => root in environment.schemas.facts);
  return {
    facts,
    registers: unique(visits.flatMap(({ node }) => memberOf(node, rootTypes.register))).map(registerSaid),
    columns: visits.flatMap(({ node }) => columnOf(node, environment)),
    parameters: parameterUses(written),
    wholeLists: unique(visits.flatMap((visit) => wholeListsOf(visit, facts))),
  };
}

export function mergeReads(all: readonly Reads[]): Reads {
  return {
    facts: unique(all.flatMap((reads) => reads.facts)),
    registers: unique(all.flatMap((reads) => reads.registers)),
    columns: all.flatMap((reads) => reads.columns),
    parameters: all.flatMap((reads) => reads.parameters),
    wholeLists: unique(all.flatMap((reads) => reads.wholeLists)),
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function rootsIn(visits: readonly Visit[]): string[] {
  return unique(visits.flatMap(({ node, bound }) => (node.op === 'id' && !bound.has(node.args) ? [node.args] : [])));
}

function memberOf(node: ASTNode, typeName: string): string[] {
  return node.op === '.' && typeNameOf(node.args[0]) === typeName ? [node.args[1]] : [];
}

function columnOf(node: ASTNode, environment: JudgingEnvironment): { register: string; column: string }[] {
  if (node.op !== '.') return [];
  const register = environment.notes.get(typeNameOf(node.args[0]) ?? '')?.register;
  return register === undefined ? [] : [{ register, column: node.args[1] }];
}

// A key that hangs on a comprehension's variable has no value before the expression runs: a blank there is met while it runs.
function parameterUses({ ast, source }: Written): ParameterUse[] {
  const visits = [...walk(ast)];
  const keyed = new Map<ASTNode, string>();
  for (const { node, bound } of visits) {
    if (node.op === '[]' && !usesBound(node.args[1], bound)) keyed.set(node.args[0], source.slice(node.args[1].start, node.args[1].end));
  }
  return visits.flatMap(({ node }) =>
    memberOf(node, rootTypes.parameters).map((parameter) => {
      const key = keyed.get(node);
      return key === undefined ? { parameter } : { parameter, key };
    }),
  );
}

function usesBound(node: ASTNode, bound: ReadonlySet<string>): boolean {
  return [...walk(node)].some((inner) => inner.node.op === 'id' && !inner.bound.has(inner.node.args) && bound.has(inner.node.args));
}

// `all` and `exists` meet the sentinel themselves; everything else would count or copy it as an element.
function wholeListsOf({ node, bound }: Visit, facts: readonly string[]): string[] {
  const lists = listOperands(node).filter((operand) => !isPrimitive(operand)).map(baseOf);
  return lists.flatMap((list) => {
    const path = pathOf(list, bound);
    if (path !== undefined) return facts.includes(path.split('.')[0] ?? '') ? [path] : [];
    const inside = rootsIn([...walk(list, bound)]);
    return usesBound(list, bound) ? facts : facts.filter((fact) => inside.includes(fact));
  });
}

const elementwise: readonly string[] = ['all', 'exists', 'has', 'startsWith', 'endsWith'];

function listOperands(node: ASTNode): readonly ASTNode[] {
  if (node.op === 'rcall' && !elementwise.includes(node.args[0])) return [node.args[1], ...(isComprehension(node) ? [] : node.args[2])];
  if (node.op === 'call' && !elementwise.includes(node.args[0])) return node.args[1];
  if (node.op === 'in') return [node.args[1]];
  if (node.op === '==' || node.op === '!=' || node.op === '[]') return [...node.args];
  return [];
}

function baseOf(node: ASTNode): ASTNode {
  return node.op === 'rcall' && isComprehension(node) ? baseOf(node.args[1]) : node;
}
