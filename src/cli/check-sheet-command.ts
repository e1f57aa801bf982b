import { Flags, type Command } from '@oclif/core';
import type { IssuedReport } from '#domain/issued-report.js';
import type { CheckSheetKind } from '#reports/form/build-check-sheets.js';
import { given } from '#workflows/given.js';
import { renderCheckSheets } from '#workflows/render-check-sheets.js';
import { DeskCommand } from './desk-command.js';
import { unmaskFlags, unmasking } from './unmask-flags.js';

export const checkSheetFlags = { round: Flags.string({ required: true }), subject: Flags.string({ multiple: true }), ...unmaskFlags };

/** The sheets of a round on paper, to be signed. */
export abstract class CheckSheetCommand<T extends typeof Command> extends DeskCommand<T> {
  protected abstract readonly kind: CheckSheetKind;

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly sheets: number; readonly warnings: readonly string[] }> {
    const flags = this.flags as { readonly round: string; readonly subject?: readonly string[]; readonly output?: string; readonly unmasked: boolean; readonly reason?: string; readonly by?: string };
    const { issued, pages, warnings, sheets } = await renderCheckSheets(this.desk, { kind: this.kind, round: flags.round, subjects: flags.subject ?? [], ...unmasking(flags), ...given({ output: flags.output }) });
    this.print(this.say('check-sheet.written', { title: issued.title, sheets, pages, number: issued.number, code: issued.checkCode, path: issued.path }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, sheets, warnings });
  }
}
