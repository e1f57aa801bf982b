import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { cellFlags, cellsOf, writeOptions } from '#cli/cell-flags.js';
import { editRow, type RowChange } from '#workflows/edit-rows.js';

export default class RegisterEdit extends DeskCommand<typeof RegisterEdit> {
  static override args = { kind: Args.string({ required: true }), key: Args.string({ required: true }) };
  static override flags = cellFlags;

  async run(): Promise<RowChange> {
    const { kind, key } = this.args;
    const change = await editRow(this.desk, kind, key, cellsOf(this.flags.set), writeOptions(this.flags));
    this.print(this.say(change.changed ? 'register.edited' : 'register.same', { register: change.title, key: change.key, revision: change.revision }));
    this.next(`zicha register history ${kind} ${change.key}`);
    return this.finish(change);
  }
}
