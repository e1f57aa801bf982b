import type { Observed } from '#domain/item-result.js';
import type { Say } from '#messages/say.js';

/** A seen value in words: 是 and 否 for booleans, 无 for nothing. */
export function observedText({ label, value }: Observed, say: Say): string {
  return say('paper.observed-value', { label, value: scalarText(value, say) });
}

/** A parameter's value in words, with its unit; given by kind, each kind under its name. */
export function parameterText(value: unknown, unit: string, say: Say): string {
  if (value === undefined) return say('paper.blank');
  if (typeof value !== 'object' || value === null) return `${scalarText(value, say)}${typeof value === 'boolean' ? '' : unit}`;
  const parts = Object.entries(value).sort(([left], [right]) => rank(left) - rank(right));
  return parts.map(([key, each]) => say('paper.observed-value', { label: kindText(key, say), value: parameterText(each, unit, say) })).join(say('paper.list-joiner'));
}

const kinds: Readonly<Record<string, Parameters<Say>[0]>> = {
  critical: 'severity.critical', high: 'severity.high', medium: 'severity.medium', low: 'severity.low',
  internet: 'network.internet', internal: 'network.internal', standalone: 'network.standalone',
};

/** The name of a kind that a parameter is given by; kinds of the books are Chinese already. */
export function kindText(kind: string, say: Say): string {
  const word = kinds[kind];
  return word === undefined ? kind : say(word);
}

// Severities in their order; names of other kinds stay as they came.
function rank(kind: string): number {
  return Object.keys(kinds).indexOf(kind);
}

function scalarText(value: unknown, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'label.yes' : 'label.no');
  const text = String(value);
  return text === '' || text === 'none' ? say('label.none') : text;
}
