import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { exitOfRun } from '#cli/exit-of-run.js';
import { jobRunScreen } from '#cli/screens/job-run-screen.js';
import { runJobNow, type JobOutcome } from '#workflows/run-job-now.js';

export default class ScheduleRun extends DeskCommand<typeof ScheduleRun> {
  static override args = { name: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<JobOutcome> {
    const outcome = await runJobNow(this.desk, this.args.name, this.flags.by);
    if (outcome.clockBehind) this.note(`${this.say('label.warning')}  ${this.say('clock.behind')}`);
    this.print(...jobRunScreen(outcome, this.say, this.width, this.flags.verbose));
    this.next(outcome.backup === undefined ? 'zicha status' : 'zicha backup list');
    return this.finish(outcome, outcome.backup === undefined ? exitOfRun({ ...outcome, excepted: [] }, []) : 'done');
  }
}
