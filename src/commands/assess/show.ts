import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { assessmentPage } from '#cli/screens/assessment-page.js';
import type { Assessment } from '#domain/assessment.js';
import { showAssessment } from '#workflows/show-assessment.js';

export default class AssessShow extends DeskCommand<typeof AssessShow> {
  static override args = { number: Args.string() };

  async run(): Promise<Assessment> {
    const assessment = await showAssessment(this.desk, this.args.number);
    this.print(...assessmentPage(assessment, this.say, this.width, this.flags.verbose));
    this.next('zicha finding list');
    return this.finish(assessment);
  }
}
