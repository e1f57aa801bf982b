import type { Say } from '#messages/say.js';
import type { ExportedItem } from './exported-items.js';
import type { ExportSource, StandingDeviation } from './export-source.js';

/** Why the item stayed open, in words. */
export function gapsText({ result }: ExportedItem, { gapWords }: ExportSource, say: Say): string {
  return [...new Set(result.gaps.map(gapWords))].join(say('exchange.joiner'));
}

/** What a person found, and that something of it is in order where he said so. */
export function factText({ result }: ExportedItem, say: Say): string {
  return [...(result.partial === true ? [say('exchange.partial')] : []), ...(result.fact === undefined ? [] : [result.fact])].join(say('exchange.joiner'));
}

export function deviationText({ finding, until }: StandingDeviation, day: string, say: Say): string {
  return say('exchange.deviation', { finding, until, day });
}
