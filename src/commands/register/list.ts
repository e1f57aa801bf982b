import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { bookRows, rowRows } from '#cli/screens/register-rows.js';
import { unmaskFlags, unmasking } from '#cli/unmask-flags.js';
import { listBooks, listRows, type BookLine, type RowLines } from '#workflows/list-registers.js';

export default class RegisterList extends DeskCommand<typeof RegisterList> {
  static override args = { kind: Args.string() };
  static override flags = { ...unmaskFlags, limit: Flags.integer({ min: 1, default: 100 }) };

  async run(): Promise<{ readonly registers: readonly BookLine[] } | RowLines> {
    const { kind } = this.args;
    if (kind === undefined) {
      const registers = await listBooks(this.desk);
      this.print(...bookRows(registers, this.say, this.width));
      this.next('zicha register kinds');
      return this.finish({ registers });
    }
    const rows = await listRows(this.desk, kind, unmasking(this.flags));
    this.print(...rowRows(rows, this.flags.limit, this.language, this.say, this.width));
    this.next(`zicha register show ${kind} ${rows.rows[0]?.key ?? 'KEY'}`);
    return this.finish(rows);
  }
}
