import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { jobPage } from '#cli/screens/job-page.js';
import { enableJob, type JobView } from '#workflows/schedule-jobs.js';

export default class ScheduleDisable extends DeskCommand<typeof ScheduleDisable> {
  static override args = { name: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<JobView> {
    const view = await enableJob(this.desk, this.args.name, false, this.flags.by);
    this.print(...jobPage(view, this.say, this.width));
    this.next('zicha schedule list');
    return this.finish(view);
  }
}
