import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { explainedItemPage } from '#cli/screens/explained-item-page.js';
import { explainItem, type ItemExplanation } from '#workflows/explain-item.js';

export default class Explain extends DeskCommand<typeof Explain> {
  static override args = { item: Args.string({ required: true }) };
  static override flags = { checklist: Flags.string() };

  async run(): Promise<ItemExplanation> {
    const explanation = await explainItem(this.desk, this.args.item, this.flags.checklist);
    this.print(...explainedItemPage(explanation, this.say, this.width));
    this.next(explanation.newest === undefined ? `zicha assess run --checklist ${explanation.checklist.id}` : `zicha assess show ${explanation.newest.assessment}`);
    return this.finish(explanation);
  }
}
