import { DeskCommand } from '#cli/desk-command.js';
import { assessmentRows } from '#cli/screens/assessment-rows.js';
import type { AssessmentEntry } from '#domain/assessment.js';
import { listAssessments } from '#workflows/show-assessment.js';

export default class AssessList extends DeskCommand<typeof AssessList> {
  async run(): Promise<{ readonly assessments: readonly AssessmentEntry[] }> {
    const assessments = await listAssessments(this.desk);
    this.print(...assessmentRows(assessments, this.say, this.width));
    this.next(assessments.length === 0 ? 'zicha assess run' : `zicha assess show ${assessments[0]?.number ?? ''}`);
    return this.finish({ assessments });
  }
}
