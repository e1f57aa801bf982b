import { AssessmentPaperCommand, paperFlags } from '#cli/assessment-paper-command.js';

export default class ReportTechnical extends AssessmentPaperCommand<typeof ReportTechnical> {
  static override flags = paperFlags;
  protected readonly template = 'technical';
}
