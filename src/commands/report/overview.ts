import { AssessmentPaperCommand, paperFlags } from '#cli/assessment-paper-command.js';

export default class ReportOverview extends AssessmentPaperCommand<typeof ReportOverview> {
  static override flags = paperFlags;
  protected readonly template = 'overview';
}
