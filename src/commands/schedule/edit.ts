import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { jobDetails, scheduleFlags } from '#cli/schedule-flags.js';
import { jobPage } from '#cli/screens/job-page.js';
import { editJob, type JobView } from '#workflows/schedule-jobs.js';

export default class ScheduleEdit extends DeskCommand<typeof ScheduleEdit> {
  static override args = { name: Args.string({ required: true }) };
  static override flags = scheduleFlags;

  async run(): Promise<JobView> {
    const view = await editJob(this.desk, this.args.name, jobDetails(this.flags), this.flags.by);
    this.print(...jobPage(view, this.say, this.width));
    this.next('zicha schedule next');
    return this.finish(view);
  }
}
