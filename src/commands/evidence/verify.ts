import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { verifiedRows } from '#cli/screens/evidence-rows.js';
import { verifyEvidence, type EvidenceVerification } from '#workflows/verify-evidence.js';

export default class EvidenceVerify extends DeskCommand<typeof EvidenceVerify> {
  static override args = { number: Args.string() };

  async run(): Promise<EvidenceVerification> {
    const verification = await verifyEvidence(this.desk, this.args.number);
    this.print(...verifiedRows(verification, this.say, this.width));
    this.next(verification.wrong === 0 ? 'zicha evidence list' : 'zicha backup list');
    return this.finish(verification, verification.wrong === 0 ? 'done' : 'verificationFailed');
  }
}
