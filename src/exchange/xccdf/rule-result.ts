import { pointsText } from '#messages/figure-text.js';
import type { Say } from '#messages/say.js';
import type { ExportedItem } from '../exported-items.js';
import type { ExportSource } from '../export-source.js';
import { deviationText, factText, gapsText } from '../item-words.js';
import { ruleId, systems } from './names.js';
import { check, xccdfSeverities } from './rule.js';
import { element, type XmlElement } from './xml.js';

type MessageSeverity = 'error' | 'warning' | 'info';

/** What came out of one item; our nine results are XCCDF's own. */
export function ruleResult(exported: ExportedItem, source: ExportSource, say: Say): XmlElement {
  const { item, result, answer } = exported;
  return element('rule-result', { idref: ruleId(item.id), severity: xccdfSeverities[item.severity], time: answer?.at ?? source.assessment.at }, [
    element('result', {}, result.result),
    element('ident', { system: systems.item }, item.id),
    ...messages(exported, source, say),
    check(result.method),
  ]);
}

function messages(exported: ExportedItem, source: ExportSource, say: Say): readonly XmlElement[] {
  const fact = factText(exported, say);
  const gaps = gapsText(exported, source, say);
  return [
    ...(fact === '' ? [] : [message('info', fact)]),
    ...(gaps === '' ? [] : [message(exported.result.result === 'error' ? 'error' : 'warning', gaps)]),
    message('info', subjectsText(exported, say)),
    ...pointsMessage(exported, say),
    // An override would have to change nothing (its new-result must be the result) and to name a person; readers such as Heimdall take it for a skipped rule.
    ...exported.deviations.map((each) => message('info', deviationText(each, source.day, say))),
  ];
}

// Counts only: a list of weak places with names would be worth more than the list of names.
function subjectsText({ result: { subjects } }: ExportedItem, say: Say): string {
  return say('exchange.subjects', subjects);
}

function pointsMessage({ split }: ExportedItem, say: Say): readonly XmlElement[] {
  if (split === null) return [];
  return [message('info', say('exchange.points', { earned: pointsText(split.earned), lost: pointsText(split.lost), pending: pointsText(split.pending) }))];
}

function message(severity: MessageSeverity, text: string): XmlElement {
  return element('message', { severity }, text);
}
