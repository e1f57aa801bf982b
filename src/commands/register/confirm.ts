import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { RegisterConfirmation } from '#domain/register.js';
import { confirmBook } from '#workflows/edit-rows.js';

export default class RegisterConfirm extends DeskCommand<typeof RegisterConfirm> {
  static override args = { kind: Args.string({ required: true }) };
  static override flags = { 'as-of': dayFlag(), nil: Flags.boolean(), by: Flags.string() };

  async run(): Promise<RegisterConfirmation> {
    const { nil, by } = this.flags;
    const asOf = this.flags['as-of'];
    const confirmation = await confirmBook(this.desk, this.args.kind, { nil, ...(asOf && { asOf }), ...(by && { by }) });
    const key = confirmation.nil ? 'register.nil' : 'register.confirmed';
    this.print(this.say(key, { register: confirmation.register, rows: confirmation.rows, asOf: confirmation.asOf }));
    this.next('zicha assess run');
    return this.finish(confirmation);
  }
}
