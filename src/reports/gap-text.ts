import type { Gap } from '#domain/item-result.js';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from './paper-source.js';

/** Why an item stayed open, and what it wanted: a probe, a book or a parameter under its name for people. */
export function gapText(gap: Gap, source: PaperSource, say: Say): string {
  const about = nameOf(gap.about, source, say);
  const reason = say(`reason.${gap.reason}`);
  return about === undefined ? reason : say('paper.gap', { reason, about });
}

function nameOf(about: string, source: PaperSource, say: Say): string | undefined {
  const id = about.replace(/\[.*$/, '');
  const probe = `probe.${id}`;
  if (probe in zhCn) return say(probe as MessageKey);
  const book = source.assessments.flatMap((assessment) => assessment.registers).find((each) => each.register === id);
  return book?.title ?? source.parameters.find((each) => each.id === id)?.title;
}
