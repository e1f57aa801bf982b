import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { removedLines } from '#cli/screens/job-page.js';
import type { Job } from '#domain/job.js';
import { removeJob } from '#workflows/schedule-jobs.js';

export default class ScheduleRemove extends DeskCommand<typeof ScheduleRemove> {
  static override args = { name: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<{ readonly removed: Job }> {
    const removed = await removeJob(this.desk, this.args.name, this.flags.by);
    this.print(...removedLines(removed, this.say, this.width));
    this.next('zicha schedule list');
    return this.finish({ removed });
  }
}
