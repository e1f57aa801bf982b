import type { Fact } from '#domain/fact.js';
import type { Block } from '#domain/report-document.js';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';

/** What each probe read on this machine, and whether it could. */
export function readings({ assessments }: PaperSource, say: Say): readonly Block[] {
  const facts = Object.entries(Object.assign({}, ...assessments.map((assessment) => assessment.facts)) as Record<string, Fact>).sort(([left], [right]) => (left < right ? -1 : 1));
  if (facts.length === 0) return [{ kind: 'paragraph', text: say('paper.readings-none'), style: 'body' }];
  const columns = [
    { title: say('paper.column-probe'), width: 22, align: 'left' as const },
    { title: say('paper.column-sources'), width: 56, align: 'left' as const },
    { title: say('paper.column-state'), width: 22, align: 'left' as const },
  ];
  const rows = facts.map(([id, fact]) => [titleOf(id, say), fact.sources.join('\n'), stateOf(fact, say)]);
  return [{ kind: 'paragraph', text: say('paper.readings-intro'), style: 'note' }, { kind: 'table', columns, rows }];
}

function titleOf(id: string, say: Say): string {
  const key = `probe.${id}`;
  return key in zhCn ? say(key as MessageKey) : id;
}

function stateOf(fact: Fact, say: Say): string {
  return fact.status === 'observed' ? say('paper.observed') : say('paper.unavailable', { reason: say(`reason.${fact.reason}`) });
}
