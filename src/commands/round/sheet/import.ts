import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { sheetImportLines } from '#cli/screens/sheet-import-lines.js';
import { importRoundSheets, type SheetImportSummary } from '#workflows/import-round-sheets.js';

export default class RoundSheetImport extends DeskCommand<typeof RoundSheetImport> {
  static override args = { path: Args.string({ required: true }) };
  static override flags = { 'dry-run': Flags.boolean(), conflicts: Flags.option({ options: ['newer', 'keep'] as const })(), by: Flags.string(), annotate: Flags.string({ helpValue: 'FOLDER' }) };

  async run(): Promise<SheetImportSummary> {
    const { by, conflicts, annotate } = this.flags;
    const summary = await importRoundSheets(this.desk, this.args.path, { dryRun: this.flags['dry-run'], ...(conflicts && { choice: conflicts }), ...(by && { by }), ...(annotate && { annotateTo: annotate }) });
    this.print(...sheetImportLines(summary, this.say, this.width));
    this.next(nextStep(summary, this.args.path));
    return this.finish(summary, summary.problems.length + summary.conflicts.length > 0 ? 'badInput' : 'done');
  }
}

function nextStep({ round, problems, marked = [] }: SheetImportSummary, path: string): string {
  if (problems.length > 0 && marked.length === 0) return `zicha round sheet import "${path}" --dry-run --annotate marked`;
  return `zicha round sheet status ${round}`;
}
