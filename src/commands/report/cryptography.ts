import { Flags } from '@oclif/core';
import { AssessmentPaperCommand } from '#cli/assessment-paper-command.js';

export default class ReportCryptography extends AssessmentPaperCommand<typeof ReportCryptography> {
  static override flags = { assessment: Flags.string({ multiple: true }), by: Flags.string() };
  protected readonly template = 'cryptography';
}
