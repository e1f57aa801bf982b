import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { historyLines } from '#cli/screens/history-lines.js';
import { rowHistory, type Revision } from '#workflows/row-history.js';

export default class RegisterHistory extends DeskCommand<typeof RegisterHistory> {
  static override args = { kind: Args.string({ required: true }), key: Args.string() };
  static override flags = { limit: Flags.integer({ min: 1, default: 50 }) };

  async run(): Promise<{ readonly revisions: readonly Revision[] }> {
    const { kind, key } = this.args;
    const revisions = await rowHistory(this.desk, kind, key, this.flags.limit);
    this.print(...historyLines(revisions, this.say, this.width));
    this.next(`zicha register list ${kind}`);
    return this.finish({ revisions });
  }
}
