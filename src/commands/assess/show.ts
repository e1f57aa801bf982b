import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { assessmentPage } from '#cli/screens/assessment-page.js';
import { explanationPage } from '#cli/screens/explanation-page.js';
import type { Assessment } from '#domain/assessment.js';
import type { ScoreExplanation } from '#domain/score-explanation.js';
import { explainAssessment, showAssessment } from '#workflows/show-assessment.js';

export default class AssessShow extends DeskCommand<typeof AssessShow> {
  static override args = { number: Args.string() };
  static override flags = { explain: Flags.boolean() };

  async run(): Promise<Assessment & { readonly explanation?: ScoreExplanation }> {
    const assessment = await showAssessment(this.desk, this.args.number);
    this.print(...assessmentPage(assessment, this.say, this.width, this.flags.verbose));
    const explanation = this.flags.explain ? explainAssessment(assessment) : undefined;
    if (explanation !== undefined) this.print(...explanationPage(explanation, assessment, this.say, this.width));
    this.next('zicha finding list');
    return this.finish({ ...assessment, ...(explanation === undefined ? {} : { explanation }) });
  }
}
