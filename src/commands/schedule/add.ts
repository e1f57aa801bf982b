import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { newJobDetails, scheduleFlags } from '#cli/schedule-flags.js';
import { jobPage } from '#cli/screens/job-page.js';
import { addJob, type JobView } from '#workflows/schedule-jobs.js';

export default class ScheduleAdd extends DeskCommand<typeof ScheduleAdd> {
  static override args = { name: Args.string({ required: true }) };
  static override flags = scheduleFlags;

  async run(): Promise<JobView> {
    const view = await addJob(this.desk, this.args.name, newJobDetails(this.flags), this.flags.by);
    this.print(...jobPage(view, this.say, this.width));
    this.next('zicha schedule next');
    return this.finish(view);
  }
}
