import { AssessmentPaperCommand, letterFlags } from '#cli/assessment-paper-command.js';

export default class ReportSelfAssessment extends AssessmentPaperCommand<typeof ReportSelfAssessment> {
  static override flags = letterFlags;
  protected readonly template = 'self-assessment';
}
