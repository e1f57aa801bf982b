import type { Assessment } from '#domain/assessment.js';
import type { Gap } from '#domain/item-result.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';
import type { Say } from '#messages/say.js';

/** Where the names for people are: the books as an assessment saw them, and the declared parameters. */
export interface GapNames {
  readonly assessments: readonly Pick<Assessment, 'registers'>[];
  readonly parameters: readonly Pick<ParameterDeclaration, 'id' | 'title'>[];
}

/** Why an item stayed open, and what it wanted: a probe, a book or a parameter under its name for people. */
export function gapText(gap: Gap, names: GapNames, say: Say): string {
  const about = nameOf(gap.about, names, say);
  const reason = say(`reason.${gap.reason}`);
  return about === undefined ? reason : say('paper.gap', { reason, about });
}

function nameOf(about: string, { assessments, parameters }: GapNames, say: Say): string | undefined {
  const id = about.replace(/\[.*$/, '');
  const probe = `probe.${id}`;
  if (probe in zhCn) return say(probe as MessageKey);
  const book = assessments.flatMap((assessment) => assessment.registers).find((each) => each.register === id);
  return book?.title ?? parameters.find((each) => each.id === id)?.title;
}
