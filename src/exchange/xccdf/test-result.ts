import type { Assessment } from '#domain/assessment.js';
import type { Say } from '#messages/say.js';
import { exportedItems } from '../exported-items.js';
import type { ExportSource } from '../export-source.js';
import { resultId, systems } from './names.js';
import { ruleResult } from './rule-result.js';
import { scoreText, scores } from './scores.js';
import { element, type XmlElement } from './xml.js';

/** The run: when, on what, by which program, what came out. Nothing in it tells a person, an address or a serial number. */
export function testResult(source: ExportSource, say: Say): XmlElement {
  const { assessment, unit, coverage, mark } = source;
  const { number, checklist, subject, toolVersion, level, trigger } = assessment;
  const { start, end } = times(assessment);
  const remarks = [...(mark === undefined ? [] : [mark]), coverage, scoreText(source, say), say('exchange.left-out')];
  return element('TestResult', { id: resultId(number), 'start-time': start, 'end-time': end, version: checklist.edition, 'test-system': `cpe:/a:zicha:zicha:${toolVersion}` }, [
    element('title', {}, say('exchange.result-title', { number, title: checklist.title })),
    ...remarks.map((remark) => element('remark', {}, remark)),
    element('organization', {}, unit),
    element('target', {}, subject.label),
    element('target-facts', {}, [fact(systems.level, level), fact(systems.trigger, trigger)]),
    ...exportedItems(source).map((exported) => ruleResult(exported, source, say)),
    ...scores(source),
  ]);
}

// From the first look at the system to the last; saved evidence was read long before it was judged, and counts with the judging.
function times({ at, facts, trigger, root }: Assessment): { readonly start: string; readonly end: string } {
  const moments = [at, ...(trigger === 'replay' && root === undefined ? [] : Object.values(facts).map(({ readAt }) => readAt))].map((moment) => new Date(moment).toISOString()).sort();
  return { start: moments[0] ?? at, end: moments.at(-1) ?? at };
}

function fact(name: string, value: string): XmlElement {
  return element('fact', { name, type: 'string' }, value);
}
