import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { reportVerificationPage } from '#cli/screens/report-verification-page.js';
import type { ExitName } from '#domain/exit-code.js';
import { verifyReport, type ReportVerification } from '#workflows/verify-report.js';

const exits: Readonly<Record<ReportVerification['conclusion'], ExitName>> = { sound: 'done', failed: 'verificationFailed', 'not-compared': 'incomplete' };

export default class ReportVerify extends DeskCommand<typeof ReportVerify> {
  static override args = { file: Args.string({ required: true }) };

  async run(): Promise<ReportVerification> {
    const verification = await verifyReport(this.desk, this.args.file);
    this.print(...reportVerificationPage(verification, this.say, this.width));
    this.next('zicha report list');
    return this.finish(verification, exits[verification.conclusion]);
  }
}
