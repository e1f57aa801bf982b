import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { cellFlags, cellsOf, writeOptions } from '#cli/cell-flags.js';
import { addRow, type RowChange } from '#workflows/edit-rows.js';

export default class RegisterAdd extends DeskCommand<typeof RegisterAdd> {
  static override args = { kind: Args.string({ required: true }) };
  static override flags = cellFlags;

  async run(): Promise<RowChange> {
    const change = await addRow(this.desk, this.args.kind, cellsOf(this.flags.set), writeOptions(this.flags));
    this.print(this.say('register.added', { register: change.title, key: change.key }));
    this.next(`zicha register confirm ${this.args.kind}`);
    return this.finish(change);
  }
}
