import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { RegisterAllowance } from '#domain/register.js';
import { allowRegister } from '#workflows/allow-register.js';

export default class RegisterAllow extends DeskCommand<typeof RegisterAllow> {
  static override args = { kind: Args.string({ required: true }) };
  static override flags = { by: Flags.string({ required: true }), date: dayFlag({ required: true }), document: Flags.string({ required: true }), recorder: Flags.string() };

  async run(): Promise<RegisterAllowance> {
    const { kind } = this.args;
    const { by, date, document, recorder } = this.flags;
    const allowance = await allowRegister(this.desk, kind, { by, date, document, ...(recorder && { recordedBy: recorder }) });
    this.print(this.say('register.allowed', { register: kind, by, date, document }));
    this.next(`zicha register template ${kind}`);
    return this.finish(allowance);
  }
}
