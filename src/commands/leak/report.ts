import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { momentFlag } from '#cli/moment-flag.js';
import { minuteOf } from '#workflows/door.js';
import { reportLeak, type LeakView } from '#workflows/leak-events.js';

export default class LeakReport extends DeskCommand<typeof LeakReport> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    at: momentFlag({ required: true }),
    by: Flags.string(),
  };

  async run(): Promise<LeakView> {
    const view = await reportLeak(this.desk, this.args.number, this.flags.at, this.flags.by);
    this.print(this.say('leak.reported', { number: view.event.number, at: minuteOf(this.flags.at) }), this.say(view.inTime === true ? 'leak.in-time' : 'leak.not-in-time'));
    this.next(`zicha leak close ${view.event.number}`);
    return this.finish(view);
  }
}
