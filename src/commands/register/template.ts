import { extname } from 'node:path';
import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { columnRows } from '#cli/screens/column-rows.js';
import { columnsAsMarkdown } from '#cli/screens/columns-as-markdown.js';
import { blankForm, type BlankForm } from '#workflows/blank-form.js';
import { writeBlankBook } from '#workflows/export-register.js';

export default class RegisterTemplate extends DeskCommand<typeof RegisterTemplate> {
  static override args = { kind: Args.string({ required: true }) };

  // A workbook is bytes, not lines: the workflow writes it.
  protected override get keepsOutputFlag(): boolean {
    return ['.xlsx', '.csv'].includes(extname(this.flags.output ?? '').toLowerCase());
  }

  // An empty form holds nothing of anybody's.
  protected override get mark(): undefined {
    return undefined;
  }

  async run(): Promise<BlankForm> {
    const { form } = await blankForm(this.desk, this.args.kind);
    const { output } = this.flags;
    if (output !== undefined && this.keepsOutputFlag) await writeBlankBook(this.desk, this.args.kind, output);
    else if (output?.endsWith('.json') === true) this.print(JSON.stringify(form.schema, null, 2));
    else if (output?.endsWith('.md') === true) this.print(...columnsAsMarkdown(form, this.language, this.say));
    else this.print(...columnRows(form.columns, this.language, this.say, this.width));
    this.next(output === undefined ? `zicha register template ${form.register} --output ${form.register}.xlsx` : `zicha register import ${form.register} ${output}`);
    return this.finish(form);
  }
}
