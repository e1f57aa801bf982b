import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { unmaskFlags, unmasking } from '#cli/unmask-flags.js';
import { AppError } from '#domain/app-error.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { renderBlankForm } from '#workflows/render-blank-form.js';
import { renderForm } from '#workflows/render-form.js';

/** What `--json` prints; a blank form has no number and no code. */
export interface PrintedForm {
  readonly register: string;
  readonly title: string;
  readonly path: string;
  readonly pages: number;
  readonly warnings: readonly string[];
  readonly issued?: IssuedReport;
  readonly rows?: number;
  readonly masked?: boolean;
}

const mostRows = 500;

export default class ReportForm extends DeskCommand<typeof ReportForm> {
  static override args = { kind: Args.string({ required: true }) };
  static override flags = {
    ...unmaskFlags,
    blank: Flags.boolean(),
    rows: Flags.integer(),
    key: Flags.string(),
  };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<PrintedForm> {
    this.#refuseContradictions();
    const printed = this.flags.blank ? await this.#blank() : await this.#filled();
    for (const warning of printed.warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    return this.finish(printed);
  }

  #refuseContradictions(): void {
    const { blank, rows, key, unmasked } = this.flags;
    const other = unmasked ? '--unmasked' : key === undefined ? undefined : '--key';
    if (blank && other !== undefined) throw new AppError('usage-flags-conflict', { detail: `--blank, ${other}` });
    if (rows === undefined) return;
    if (!blank) throw new AppError('usage-missing-flag', { name: '--blank' });
    if (rows < 1 || rows > mostRows) throw new AppError('form-rows-out-of-range', { rows, most: mostRows });
  }

  async #blank(): Promise<PrintedForm> {
    const { rows, output } = this.flags;
    const form = await renderBlankForm(this.desk, { register: this.args.kind, rows, output });
    this.print(this.say('form.written-blank', { title: form.title, pages: form.pages, path: form.path }));
    this.next(`zicha register template ${form.register}`);
    return form;
  }

  async #filled(): Promise<PrintedForm> {
    const { key, output } = this.flags;
    const { issued, pages, warnings, rows, masked } = await renderForm(this.desk, { ...unmasking(this.flags), register: this.args.kind, key, output });
    this.print(this.say('form.written', { title: issued.title, pages, rows, code: issued.checkCode, number: issued.number, path: issued.path }));
    this.next(`zicha report verify "${issued.path}"`);
    return { register: this.args.kind, title: issued.title, path: issued.path, pages, warnings, issued, rows, masked };
  }
}
