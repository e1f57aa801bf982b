import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { AppError } from '#domain/app-error.js';
import { addRegisterRow, type ImportSummary } from '#workflows/write-register.js';

export default class RegisterAdd extends DeskCommand<typeof RegisterAdd> {
  static override args = { kind: Args.string({ required: true }) };
  static override flags = { set: Flags.string({ multiple: true, required: true, helpValue: 'COLUMN=VALUE' }), late: Flags.boolean(), by: Flags.string() };

  async run(): Promise<ImportSummary> {
    const cells = Object.fromEntries(this.flags.set.map(cellOf));
    const summary = await addRegisterRow(this.desk, this.args.kind, cells, { late: this.flags.late, ...(this.flags.by && { by: this.flags.by }) });
    this.print(this.say('register.added', { register: summary.title }));
    this.next(`zicha register confirm ${this.args.kind}`);
    return this.finish(summary);
  }
}

function cellOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('usage-invalid', { detail: `--set ${text}` });
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}
