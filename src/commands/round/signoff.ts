import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Round } from '#domain/round.js';
import { signOffRound } from '#workflows/close-round.js';
import { given } from '#workflows/given.js';

export default class RoundSignoff extends DeskCommand<typeof RoundSignoff> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    'filled-by': Flags.string({ required: true }),
    'reviewed-by': Flags.string({ required: true }),
    head: Flags.string({ required: true }),
    'without-missing': Flags.string({ helpValue: 'REASON' }),
    by: Flags.string(),
  };

  async run(): Promise<Round> {
    const { head, by, 'filled-by': filledBy, 'reviewed-by': reviewedBy, 'without-missing': withoutMissing } = this.flags;
    const round = await signOffRound(this.desk, { number: this.args.number, filledBy, reviewedBy, head, ...given({ withoutMissing, by }) });
    this.print(this.say('round.signed', { number: round.number, filledBy, reviewedBy, head }));
    this.next(`zicha report ${{ staff: 'staff-sheet', department: 'department-sheet', unit: 'self-assessment', terminal: 'technical' }[round.level]} --round ${round.number}`);
    return this.finish(round);
  }
}
