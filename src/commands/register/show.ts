import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { rowPage } from '#cli/screens/register-rows.js';
import { unmaskFlags, unmasking } from '#cli/unmask-flags.js';
import { listRows, type RowLines } from '#workflows/list-registers.js';

export default class RegisterShow extends DeskCommand<typeof RegisterShow> {
  static override args = { kind: Args.string({ required: true }), key: Args.string({ required: true }) };
  static override flags = unmaskFlags;

  async run(): Promise<RowLines> {
    const { kind, key } = this.args;
    const rows = await listRows(this.desk, kind, { ...unmasking(this.flags), key });
    this.print(...rowPage(rows, this.language, this.say, this.width));
    this.next(`zicha register edit ${kind} ${key} --set COLUMN=VALUE`);
    return this.finish(rows);
  }
}
