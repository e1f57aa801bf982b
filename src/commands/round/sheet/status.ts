import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { sheetStatusPage } from '#cli/screens/sheet-status-page.js';
import { roundSheetStatus, type RoundSheetStatus as Status } from '#workflows/round-sheet-status.js';

export default class RoundSheetStatus extends DeskCommand<typeof RoundSheetStatus> {
  static override args = { number: Args.string({ required: true }) };

  async run(): Promise<Status> {
    const status = await roundSheetStatus(this.desk, this.args.number);
    this.print(...sheetStatusPage(status, this.say, this.width, this.flags.verbose));
    this.next(nextStep(status));
    return this.finish(status);
  }
}

function nextStep({ round: { number, state }, counts, notHandedIn }: Status): string {
  if (state === 'signed-off' || state === 'discarded') return `zicha round status ${number}`;
  if (counts.out + counts.refused > 0) return 'zicha round sheet import FOLDER --dry-run';
  return counts.back === 0 && notHandedIn.length > 0 ? `zicha round sheet export ${number}` : `zicha round submit ${number}`;
}
