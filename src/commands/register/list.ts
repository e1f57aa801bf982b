import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { bookRows, rowRows } from '#cli/screens/register-rows.js';
import { listBooks, listRows, type BookLine, type RowLines } from '#workflows/list-registers.js';

export default class RegisterList extends DeskCommand<typeof RegisterList> {
  static override args = { kind: Args.string() };

  async run(): Promise<{ readonly registers: readonly BookLine[] } | RowLines> {
    const { kind } = this.args;
    if (kind === undefined) {
      const registers = await listBooks(this.desk);
      this.print(...bookRows(registers, this.say, this.width));
      this.next('zicha register list personnel');
      return this.finish({ registers });
    }
    const rows = await listRows(this.desk, kind);
    this.print(...rowRows(rows, this.language, this.say, this.width));
    this.next(`zicha register confirm ${kind}`);
    return this.finish(rows);
  }
}
