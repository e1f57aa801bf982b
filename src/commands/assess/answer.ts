import { Args, Flags } from '@oclif/core';
import { walkQuestions, type Walked } from '#cli/answer-walk.js';
import { askAnswer } from '#cli/ask-answer.js';
import { dayFlag } from '#cli/day-flag.js';
import { deductionOf } from '#cli/deduction-text.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { Answer } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import { answerItem, answerItems } from '#workflows/answer-item.js';
import type { Reply } from '#workflows/reply.js';
import { showChecklist } from '#workflows/show-checklists.js';
import { roundSheet } from '#workflows/show-rounds.js';
import { given } from '#workflows/given.js';

export default class AssessAnswer extends DeskCommand<typeof AssessAnswer> {
  static override args = { item: Args.string() };
  static override flags = {
    checklist: Flags.string(),
    round: Flags.string(),
    subject: Flags.string(),
    answer: Flags.option({ options: ['pass', 'fail', 'partial', 'notapplicable', 'same'] as const })(),
    fact: Flags.string(),
    deduct: Flags.string({ multiple: true }),
    event: Flags.string({ multiple: true }),
    on: dayFlag(),
    dept: Flags.string(),
    due: dayFlag(),
    evidence: Flags.string({ multiple: true }),
    by: Flags.string(),
  };

  async run(): Promise<Answer | Walked> {
    if (this.args.item === undefined) return this.#walk();
    const itemId = this.args.item.toUpperCase();
    const { checklist, round, subject, by, evidence = [] } = this.flags;
    if (checklist === undefined && round === undefined) throw new AppError('usage-missing-flag', { name: '--checklist' });
    const typed = this.flags.answer === undefined ? await this.#ask(itemId) : this.#typed(this.flags.answer);
    const recorded = await answerItem(this.desk, { itemId, evidence, ...given({ checklistId: checklist, round, subject, by }), ...typed });
    this.print(this.say('answer.recorded', { item: recorded.itemId, value: this.say(recorded.partial === true ? 'result.partial' : `result.${recorded.value}`), until: recorded.validUntil }));
    this.next(round === undefined ? `zicha assess run --checklist ${recorded.checklistId}` : `zicha round status ${round}`);
    return this.finish(recorded);
  }

  #typed(answer: 'pass' | 'fail' | 'partial' | 'notapplicable' | 'same'): Pick<Reply, 'value' | 'deductions'> {
    const { fact, deduct = [], event, on, dept, due } = this.flags;
    const isPartial = answer === 'partial';
    const deductions = deduct.map(deductionOf);
    const [first, ...others] = deductions;
    const withEvents = event === undefined || first === undefined ? deductions : [{ ...first, events: event }, ...others];
    return { value: isPartial ? 'fail' : answer, deductions: withEvents, ...given({ partial: isPartial ? true : undefined, fact, on, department: dept, dueOn: due }) };
  }

  #ask(itemId: string): Promise<Pick<Reply, 'value' | 'deductions' | 'fact'>> {
    if (!this.mayAsk) throw new AppError('usage-needs-terminal', { flags: '--answer --fact --deduct' });
    const checklist = showChecklist(this.desk, this.flags.checklist ?? '');
    const item = checklist.sections.flatMap((section) => section.items).find((each) => each.id === itemId);
    if (item === undefined) throw new AppError('item-unknown', { checklist: checklist.id, item: itemId });
    return askAnswer(item, this.say);
  }

  async #walk(): Promise<Walked> {
    const { round, subject, by } = this.flags;
    if (round === undefined) throw new AppError('usage-missing-flag', { name: '--round' });
    if (!this.mayAsk) throw new AppError('usage-needs-terminal', { flags: 'ITEM --answer --fact --deduct' });
    const sheet = await roundSheet(this.desk, round, subject);
    const own = sheet.lines.filter(({ item }) => item.method !== 'manual').length;
    if (own > 0) this.print(this.say('walk.automatic', { count: own, number: sheet.round.number }));
    const walked = await walkQuestions(sheet, {
      say: this.say,
      width: this.width,
      show: (...lines) => { this.print(...lines); },
      record: (replies) => answerItems(this.desk, replies.map((reply) => ({ ...reply, round, subject: sheet.subject.key, ...given({ by }) }))),
    });
    this.print('', this.say('walk.done', { recorded: walked.recorded, answered: walked.answered, of: walked.of }));
    this.next(walked.answered === walked.of ? `zicha round submit ${sheet.round.number}` : `zicha assess answer --round ${sheet.round.number}`);
    return this.finish(walked);
  }
}
