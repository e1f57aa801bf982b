import { Args, Flags } from '@oclif/core';
import { askAnswer } from '#cli/ask-answer.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { Answer } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import { answerItem, type Reply } from '#workflows/answer-item.js';
import { showChecklist } from '#workflows/show-checklists.js';

export default class AssessAnswer extends DeskCommand<typeof AssessAnswer> {
  static override args = { item: Args.string({ required: true }) };
  static override flags = {
    checklist: Flags.string({ required: true }),
    answer: Flags.option({ options: ['pass', 'fail', 'notapplicable'] as const })(),
    fact: Flags.string(),
    deduct: Flags.string({ multiple: true }),
    evidence: Flags.string({ multiple: true }),
    by: Flags.string(),
  };

  async run(): Promise<Answer> {
    const { answer, fact, by } = this.flags;
    const base = { checklistId: this.flags.checklist, itemId: this.args.item.toUpperCase(), evidence: this.flags.evidence ?? [], ...(by && { by }) };
    const given = answer === undefined ? await this.#ask(base.itemId) : { value: answer, deductions: (this.flags.deduct ?? []).map(deductionOf), ...(fact && { fact }) };
    const recorded = await answerItem(this.desk, { ...base, ...given });
    this.print(this.say('answer.recorded', { item: recorded.itemId, value: this.say(`result.${recorded.value}`), until: recorded.validUntil }));
    this.next(`zicha assess run --checklist ${recorded.checklistId}`);
    return this.finish(recorded);
  }

  #ask(itemId: string): Promise<Pick<Reply, 'value' | 'deductions' | 'fact'>> {
    if (!this.mayAsk) throw new AppError('usage-needs-terminal', { flags: '--answer --fact --deduct' });
    const checklist = showChecklist(this.desk, this.flags.checklist);
    const item = checklist.sections.flatMap((section) => section.items).find((each) => each.id === itemId);
    if (item === undefined) throw new AppError('item-unknown', { checklist: checklist.id, item: itemId });
    return askAnswer(item, this.say);
  }
}

// UNIT-01.2, UNIT-01.2=0.5 or UNIT-01.2=0.5x3 (three occurrences)
function deductionOf(text: string): Reply['deductions'][number] {
  const match = /^([A-Z0-9.-]+)(?:=(\d+(?:\.\d{1,2})?))?(?:x(\d{1,3}))?$/.exec(text.toUpperCase().replace('X', 'x'));
  const [, id = text, points, times] = match ?? [];
  return { id, ...(points === undefined ? {} : { points: Number(points) }), ...(times === undefined ? {} : { times: Number(times) }) };
}
