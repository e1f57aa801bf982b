import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Round } from '#domain/round.js';
import { discardRound } from '#workflows/close-round.js';
import { given } from '#workflows/given.js';

export default class RoundDiscard extends DeskCommand<typeof RoundDiscard> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { reason: Flags.string({ required: true }), by: Flags.string() };

  async run(): Promise<Round> {
    const { reason, by } = this.flags;
    const round = await discardRound(this.desk, { number: this.args.number, reason, ...given({ by }) });
    this.print(this.say('round.gone', { number: round.number }));
    this.next('zicha round list');
    return this.finish(round);
  }
}
