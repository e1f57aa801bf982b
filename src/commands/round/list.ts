import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { roundRows } from '#cli/screens/round-rows.js';
import { listRounds, type RoundView } from '#workflows/show-rounds.js';

export default class RoundList extends DeskCommand<typeof RoundList> {
  static override flags = { all: Flags.boolean() };

  async run(): Promise<{ readonly rounds: readonly RoundView[] }> {
    const rounds = await listRounds(this.desk, this.flags.all);
    this.print(...roundRows(rounds, this.say, this.width));
    this.next(rounds.length === 0 ? 'zicha round open --level staff' : `zicha round status ${rounds[0]?.round.number ?? ''}`);
    return this.finish({ rounds });
  }
}
