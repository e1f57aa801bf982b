import { DeskCommand } from '#cli/desk-command.js';
import { jobPages } from '#cli/screens/job-page.js';
import { listJobs, type JobView } from '#workflows/schedule-jobs.js';

export default class ScheduleList extends DeskCommand<typeof ScheduleList> {
  async run(): Promise<{ readonly jobs: readonly JobView[] }> {
    const jobs = await listJobs(this.desk);
    this.print(...jobPages(jobs, this.say, this.width));
    this.next(jobs.length === 0 ? 'zicha schedule add' : 'zicha schedule log');
    return this.finish({ jobs });
  }
}
