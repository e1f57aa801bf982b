import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { supervisionPage } from '#cli/screens/supervision-page.js';
import { showSupervision, type SupervisionView } from '#workflows/show-supervisions.js';

export default class SupervisionShow extends DeskCommand<typeof SupervisionShow> {
  static override args = { number: Args.string({ required: true }) };

  async run(): Promise<SupervisionView> {
    const view = await showSupervision(this.desk, this.args.number);
    this.print(...supervisionPage(view, this.say, this.width));
    const open = view.opinions.find(({ state }) => state === 'unanswered');
    this.next(open === undefined ? `zicha report opinions-reply --supervision ${view.supervision.number}` : `zicha supervision respond ${view.supervision.number} ${open.opinion.originalNumber}`);
    return this.finish(view);
  }
}
