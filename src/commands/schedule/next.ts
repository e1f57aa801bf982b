import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { comingRows } from '#cli/screens/job-page.js';
import { comingTimes, type ComingTime } from '#workflows/show-ledger.js';

export default class ScheduleNext extends DeskCommand<typeof ScheduleNext> {
  static override args = { name: Args.string() };
  static override flags = { count: Flags.integer({ default: 10, min: 1, max: 1000 }) };

  async run(): Promise<{ readonly times: readonly ComingTime[] }> {
    const times = await comingTimes(this.desk, this.args.name, this.flags.count);
    this.print(...comingRows(times, this.say, this.width));
    if (times.some(({ dayKind }) => dayKind.startsWith('unknown'))) this.note(this.say('job.unknown-days'));
    this.next('zicha schedule list');
    return this.finish({ times });
  }
}
