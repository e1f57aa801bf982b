import type { ASTNode } from '@marcbachmann/cel-js';
import type { JudgingEnvironment } from './environment.js';
import { isComprehension, pathOf, typeNameOf, walk, type Visit } from './walk-expression.js';

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

export const noReads: Reads = { facts: [], registers: [], columns: [], parameters: [], wholeLists: [] };

/** Collects the reads of a type-checked tree; `source` is the text it was parsed from. */
export function readsOf(checked: ASTNode, source: string, environment: JudgingEnvironment): Reads {
  const visits = [...walk(checked)];
  const roots = unique(visits.flatMap(({ node, bound }) => (node.op === 'id' && !bound.has(node.args) ? [node.args] : [])));
  const facts = roots.filter((root) => root in environment.schemas.facts);
  return {
    facts,
    registers: unique(visits.flatMap((visit) => secondOf(visit, 'register'))),
    columns: visits.flatMap(({ node }) => columnOf(node, environment)),
    parameters: parameterUses(visits, source),
    wholeLists: unique(visits.flatMap((visit) => wholeListOf(visit, facts))),
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

function secondOf({ node, bound }: Visit, root: string): string[] {
  return node.op === '.' && pathOf(node.args[0], bound) === root ? [node.args[1]] : [];
}

function columnOf(node: ASTNode, environment: JudgingEnvironment): { register: string; column: string }[] {
  if (node.op !== '.') return [];
  const register = environment.notes.get(typeNameOf(node.args[0]) ?? '')?.register;
  return register === undefined ? [] : [{ register, column: node.args[1] }];
}

function parameterUses(visits: readonly Visit[], source: string): ParameterUse[] {
  const keyed = new Map<ASTNode, string>();
  for (const { node } of visits) if (node.op === '[]') keyed.set(node.args[0], source.slice(node.args[1].start, node.args[1].end));
  return visits.flatMap((visit) =>
    secondOf(visit, 'parameters').map((parameter) => {
      const key = keyed.get(visit.node);
      return key === undefined ? { parameter } : { parameter, key };
    }),
  );
}

// `all` and `exists` meet the sentinel themselves; everything else would count or copy it as an element.
function wholeListOf({ node, bound }: Visit, facts: readonly string[]): string[] {
  return listOperands(node).flatMap((operand) => {
    const base = baseOf(operand);
    const path = pathOf(base, bound);
    if (path === undefined) return bound.size > 0 ? facts : [];
    return facts.includes(path.split('.')[0] ?? '') ? [path] : [];
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
