import type { Say } from '#messages/say.js';
import type { ExportSource } from '../export-source.js';
import { benchmarkId } from './names.js';
import { group } from './rule.js';
import { scoreText } from './scores.js';
import { testResult } from './test-result.js';
import { element, xmlText, type XmlElement } from './xml.js';

const spaces = { xmlns: 'http://checklists.nist.gov/xccdf/1.2', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };

/** An assessment as XCCDF 1.2: the checklist as a Benchmark, the run as its one TestResult. */
export function writeXccdf(source: ExportSource, say: Say): string {
  const { checklist } = source.assessment;
  return xmlText(
    element('Benchmark', { ...spaces, id: benchmarkId(checklist.id), resolved: 'true', 'xml:lang': 'zh-CN' }, [
      element('status', {}, 'accepted'),
      element('title', {}, checklist.title),
      element('description', {}, say('exchange.description', { origin: checklist.origin })),
      ...notices(source, say),
      // No platform: people and places have none. (The name of “any” would say the same, but oscap 1.3 calls a file invalid in which its Schematron finds nothing at all to remark on.)
      element('version', {}, checklist.edition),
      metadata(source),
      ...checklist.sections.map((section) => group(section, source, say)),
      testResult(source, say),
    ]),
  );
}

// The remarks of the TestResult say the same, but oscap passes them over: what was not looked at must not be lost on the way.
function notices(source: ExportSource, say: Say): readonly XmlElement[] {
  const { mark, coverage } = source;
  const texts = [...(mark === undefined ? [] : [['demo', mark] as const]), ['coverage', coverage] as const, ['score', scoreText(source, say)] as const];
  return texts.map(([id, text]) => element('notice', { id }, text));
}

function metadata({ assessment: { checklist, checklistDigest } }: ExportSource): XmlElement {
  return element('metadata', {}, [
    element('dc:title', {}, checklist.title),
    element('dc:creator', {}, 'Zicha'),
    element('dc:publisher', {}, 'Zicha'),
    element('dc:source', {}, checklist.origin),
    element('dc:identifier', {}, checklistDigest),
  ]);
}
