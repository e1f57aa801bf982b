import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { unmaskFlags, unmasking } from '#cli/unmask-flags.js';
import { exportRegister, type ExportedBook } from '#workflows/export-register.js';

export default class RegisterExport extends DeskCommand<typeof RegisterExport> {
  static override args = { kind: Args.string({ required: true }), file: Args.string({ required: true }) };
  static override flags = { ...unmaskFlags, key: Flags.string() };

  async run(): Promise<ExportedBook> {
    const { key } = this.flags;
    const exported = await exportRegister(this.desk, this.args.kind, this.args.file, { ...unmasking(this.flags), ...(key && { key }) });
    this.print(this.say(exported.masked ? 'register.exported' : 'register.exported-unmasked', { register: exported.title, rows: exported.rows, path: exported.path }));
    this.next(`zicha register import ${this.args.kind} ${this.args.file} --dry-run`);
    return this.finish(exported);
  }
}
