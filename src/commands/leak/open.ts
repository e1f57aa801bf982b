import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { momentFlag } from '#cli/moment-flag.js';
import { wrap } from '#cli/wrap.js';
import { minuteOf } from '#workflows/door.js';
import { openLeak, type LeakView } from '#workflows/leak-events.js';

export default class LeakOpen extends DeskCommand<typeof LeakOpen> {
  static override flags = {
    'found-at': momentFlag({ required: true }),
    by: Flags.string(),
  };

  async run(): Promise<LeakView> {
    const view = await openLeak(this.desk, this.flags['found-at'], this.flags.by);
    this.print(...wrap(this.say('leak.opened', { number: view.event.number, by: minuteOf(view.reportBy) }), this.width));
    this.next(`zicha report leak-form --event ${view.event.number}`);
    return this.finish(view);
  }
}
