import { AssessmentPaperCommand, paperFlags } from '#cli/assessment-paper-command.js';

export default class ReportScoreSheet extends AssessmentPaperCommand<typeof ReportScoreSheet> {
  static override flags = paperFlags;
  protected readonly template = 'score-sheet';
}
