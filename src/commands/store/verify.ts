import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { verificationLines } from '#cli/screens/verification-lines.js';
import { verifyStore, type StoreVerification } from '#workflows/verify-store.js';

export default class StoreVerify extends DeskCommand<typeof StoreVerify> {
  static override flags = { deep: Flags.boolean() };

  async run(): Promise<StoreVerification> {
    const verification = await verifyStore(this.desk, this.flags.deep);
    this.print(...verificationLines(verification, this.say));
    this.next('zicha status');
    return this.finish(verification, verification.problems.length === 0 ? 'done' : 'damaged');
  }
}
