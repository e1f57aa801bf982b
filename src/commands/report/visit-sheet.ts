import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { renderVisitSheet, type RenderedVisitSheet } from '#workflows/render-visit-sheet.js';
import { given } from '#workflows/given.js';

export default class ReportVisitSheet extends DeskCommand<typeof ReportVisitSheet> {
  static override args = { id: Args.string({ required: true }) };
  static override flags = { place: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<RenderedVisitSheet> {
    const { place, output } = this.flags;
    const sheet = await renderVisitSheet(this.desk, { checklist: this.args.id, ...given({ place, output }) });
    this.print(this.say('visit.written', { title: sheet.title, questions: sheet.questions, pages: sheet.pages, path: sheet.path }));
    for (const warning of sheet.warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha assess answer ITEM --checklist ${sheet.checklist}`);
    return this.finish(sheet);
  }
}
