import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { importRegister, type ImportSummary } from '#workflows/write-register.js';

export default class RegisterImport extends DeskCommand<typeof RegisterImport> {
  static override args = { kind: Args.string({ required: true }), file: Args.string({ required: true }) };
  static override flags = { 'dry-run': Flags.boolean(), late: Flags.boolean(), by: Flags.string() };

  async run(): Promise<ImportSummary> {
    const { by, late } = this.flags;
    const summary = await importRegister(this.desk, this.args.kind, this.args.file, { late, dryRun: this.flags['dry-run'], ...(by && { by }) });
    const { title, added, changed, unchanged } = summary;
    this.print(this.say(summary.written ? 'register.imported' : 'register.checked', { register: title, added, changed, unchanged }));
    this.next(`zicha register confirm ${this.args.kind}`);
    return this.finish(summary);
  }
}
