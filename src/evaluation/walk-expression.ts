import type { ASTNode } from '@marcbachmann/cel-js';

/** A node as the linter meets it: names bound by comprehensions around it, and how many of those walk a register. */
export interface Visit {
  readonly node: ASTNode;
  readonly bound: ReadonlySet<string>;
  readonly insideWalk: boolean;
}

const comprehensions: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map'];

/** Is this node `list.all(x, …)` or one of its kind? */
export function isComprehension(node: ASTNode): boolean {
  return node.op === 'rcall' && comprehensions.includes(node.args[0]);
}

/** Every node, parents first. */
export function* walk(node: ASTNode, bound: ReadonlySet<string> = new Set(), insideWalk = false): Generator<Visit> {
  yield { node, bound, insideWalk };
  if (node.op === 'rcall' && isComprehension(node)) {
    const [, receiver, [variable, ...rest]] = node.args;
    yield* walk(receiver, bound, insideWalk);
    const name = variable?.op === 'id' ? variable.args : '';
    for (const child of rest) yield* walk(child, new Set([...bound, name]), true);
    return;
  }
  for (const child of childrenOf(node)) yield* walk(child, bound, insideWalk);
}

/** `a.b.c` as text when it starts at a root variable, else undefined. */
export function pathOf(node: ASTNode, bound: ReadonlySet<string>): string | undefined {
  if (node.op === 'id') return bound.has(node.args) ? undefined : node.args;
  if (node.op !== '.') return undefined;
  const before = pathOf(node.args[0], bound);
  return before === undefined ? undefined : `${before}.${node.args[1]}`;
}

/** CEL type name the checker gave the node; it stands on the node but not in the library's types. */
export function typeNameOf(node: ASTNode): string | undefined {
  return checkedTypeOf(node)?.name;
}

/** A text, number or truth value: it cannot hold a list. */
export function isPrimitive(node: ASTNode): boolean {
  return checkedTypeOf(node)?.kind === 'primitive';
}

/** An object with declared fields: a row, a fact, all registers, all parameters. */
export function isObject(node: ASTNode): boolean {
  return checkedTypeOf(node)?.kind === 'message';
}

function checkedTypeOf(node: ASTNode): { readonly name?: string; readonly kind?: string } | undefined {
  return (node as unknown as { checkedType?: { name?: string; kind?: string } }).checkedType;
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  return nodesIn(node.args);
}

function nodesIn(value: unknown): readonly ASTNode[] {
  if (Array.isArray(value)) return value.flatMap((each) => nodesIn(each));
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}
