import type { Item, Section } from '#domain/checklist.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Severity } from '#domain/result-value.js';
import type { Say } from '#messages/say.js';
import type { ExportSource } from '../export-source.js';
import { groupId, ruleId, systems } from './names.js';
import { element, type XmlElement } from './xml.js';

/** XCCDF knows nothing above high. */
export const xccdfSeverities: Readonly<Record<Severity, string>> = { critical: 'high', high: 'high', medium: 'medium', low: 'low' };

/** Sources that nobody has held against the original. */
const unsure: readonly Item['confidence'][] = ['superseded', 'unverified', 'quoted', 'single-source', 'partial', 'probable', 'unknown'];

/** A section with its items. */
export function group(section: Section, source: ExportSource, say: Say): XmlElement {
  return element('Group', { id: groupId(section.id) }, [element('title', {}, section.title), ...section.items.map((item) => rule(item, source, say))]);
}

function rule(item: Item, { assessment, basisWords }: ExportSource, say: Say): XmlElement {
  const weight = assessment.checklist.scoring === 'points' && typeof item.points === 'number' ? String(item.points) : undefined;
  // Without a weight of its own an item would count as much as one of one point.
  const standing = weight === undefined ? { role: 'unscored' } : { weight };
  return element('Rule', { id: ruleId(item.id), selected: 'true', severity: xccdfSeverities[item.severity], ...standing }, [
    element('title', {}, printableObjective(item)),
    ...described(item, say),
    ...(unsure.includes(item.confidence) ? [element('warning', { category: 'general' }, say('exchange.unsure', { confidence: say(`confidence.${item.confidence}`) }))] : []),
    ...item.basis.map((basis) => element('reference', {}, basisWords(basis))),
    element('ident', { system: systems.item }, item.id),
    ...(item.remediation === undefined || item.withheld === true ? [] : [element('fixtext', {}, item.remediation)]),
    check(item.method),
  ]);
}

// Of an item from an imported annex nothing is told but its short name.
function described({ guidance, withheld }: Item, say: Say): readonly XmlElement[] {
  if (withheld === true) return [];
  const parts = [
    ...(guidance?.how === undefined ? [] : [say('exchange.how', { text: guidance.how })]),
    ...(guidance?.evidence === undefined ? [] : [say('exchange.evidence', { text: guidance.evidence })]),
  ];
  return parts.length === 0 ? [] : [element('description', {}, parts.join('\n'))];
}

/** How an item is judged; the expectation itself is the checklist's and stays there. */
export function check(method: Item['method']): XmlElement {
  return element('check', { system: systems[method] });
}
