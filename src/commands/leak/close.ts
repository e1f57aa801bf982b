import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { closeLeak, type LeakView } from '#workflows/leak-events.js';

export default class LeakClose extends DeskCommand<typeof LeakClose> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<LeakView> {
    const view = await closeLeak(this.desk, this.args.number, this.flags.by);
    this.print(this.say('leak.ended', { number: view.event.number }));
    this.next('zicha leak list');
    return this.finish(view);
  }
}
