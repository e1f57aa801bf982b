import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { AppError } from '#domain/app-error.js';
import { adaptRegister, resetRegister, type Adaptation } from '#workflows/adapt-register.js';

export default class RegisterAdapt extends DeskCommand<typeof RegisterAdapt> {
  static override args = { kind: Args.string({ required: true }), file: Args.string() };
  static override flags = { reset: Flags.boolean(), by: Flags.string() };

  async run(): Promise<Adaptation> {
    const { kind, file } = this.args;
    const { reset, by } = this.flags;
    if (reset === (file !== undefined)) throw new AppError('usage-invalid', { detail: 'FILE | --reset' });
    const adaptation = file === undefined ? await resetRegister(this.desk, kind, by) : await adaptRegister(this.desk, kind, file, by);
    const { renamed, hidden, added, widened } = adaptation;
    this.print(this.say(reset ? 'register.as-shipped' : 'register.adapted', { register: kind, renamed: renamed.length, hidden: hidden.length, added: added.length, widened: widened.length }));
    this.next(`zicha register template ${kind}`);
    return this.finish(adaptation);
  }
}
