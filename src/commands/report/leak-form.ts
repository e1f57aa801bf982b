import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { clockText } from '#cli/screens/leak-rows.js';
import { wrap } from '#cli/wrap.js';
import { given } from '#workflows/given.js';
import { renderLeakForm, type RenderedLeakForm } from '#workflows/render-leak-form.js';

export default class ReportLeakForm extends DeskCommand<typeof ReportLeakForm> {
  static override flags = { event: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<RenderedLeakForm> {
    const rendered = await renderLeakForm(this.desk, given({ event: this.flags.event, output: this.flags.output }));
    this.print(this.say('leak-form.written', { path: rendered.path, pages: rendered.pages }), ...wrap(this.say('leak-form.advice'), this.width));
    if (rendered.event !== undefined) this.print(clockText(rendered.event, this.say));
    for (const warning of rendered.warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(rendered.event === undefined ? 'zicha leak open' : `zicha leak report ${rendered.event.event.number}`);
    return this.finish(rendered);
  }
}
