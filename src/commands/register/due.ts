import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { dueLines } from '#cli/screens/due-lines.js';
import { listDue, type DueLine } from '#workflows/list-due.js';

export default class RegisterDue extends DeskCommand<typeof RegisterDue> {
  static override flags = { days: Flags.integer({ min: 0, max: 3660, default: 30 }) };

  async run(): Promise<{ readonly days: number; readonly due: readonly DueLine[] }> {
    const { days } = this.flags;
    const due = await listDue(this.desk, days);
    this.print(...dueLines(due, days, this.language, this.say, this.width));
    this.next('zicha register check');
    return this.finish({ days, due });
  }
}
