import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { retireRow, type RowChange } from '#workflows/edit-rows.js';

export default class RegisterRetire extends DeskCommand<typeof RegisterRetire> {
  static override args = { kind: Args.string({ required: true }), key: Args.string({ required: true }) };
  static override flags = { reason: Flags.string({ required: true }), by: Flags.string() };

  async run(): Promise<RowChange> {
    const { kind, key } = this.args;
    const { reason, by } = this.flags;
    const change = await retireRow(this.desk, kind, key, { reason, ...(by && { by }) });
    this.print(this.say('register.retired', { register: change.title, key: change.key }));
    this.next(`zicha register history ${kind} ${key}`);
    return this.finish(change);
  }
}
