import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { columnRows } from '#cli/screens/column-rows.js';
import { blankForm, type BlankForm } from '#workflows/blank-form.js';

export default class RegisterTemplate extends DeskCommand<typeof RegisterTemplate> {
  static override args = { kind: Args.string({ required: true }) };

  run(): Promise<BlankForm> {
    const form = blankForm(this.desk, this.args.kind);
    // Into a file goes the empty book itself; on the screen a person wants to read what its columns take.
    if (this.flags.output === undefined) this.print(...columnRows(form.columns, this.language, this.say, this.width));
    else this.print(form.csv.trimEnd());
    this.next(`zicha register import ${form.register} FILE.csv`);
    return Promise.resolve(this.finish(form));
  }
}
