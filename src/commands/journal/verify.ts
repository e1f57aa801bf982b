import { DeskCommand } from '#cli/desk-command.js';
import { verificationLines } from '#cli/screens/verification-lines.js';
import { verifyStore, type StoreVerification } from '#workflows/verify-store.js';

export default class JournalVerify extends DeskCommand<typeof JournalVerify> {
  async run(): Promise<StoreVerification> {
    const verification = await verifyStore(this.desk, false);
    this.print(...verificationLines(verification, this.say));
    this.next('zicha store verify --deep');
    return this.finish(verification, verification.problems.length === 0 ? 'done' : 'damaged');
  }
}
