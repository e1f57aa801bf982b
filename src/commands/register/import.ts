import { Args, Flags } from '@oclif/core';
import { cellsOf } from '#cli/cell-flags.js';
import { askHeaders } from '#cli/ask-headers.js';
import { describeProblem, type DescribedError } from '#cli/describe-error.js';
import { DeskCommand } from '#cli/desk-command.js';
import { headerMap } from '#cli/header-map.js';
import { importLines } from '#cli/screens/import-lines.js';
import { importRegister, type ImportSummary } from '#workflows/import-register.js';
import { blankForm } from '#workflows/blank-form.js';
import { given } from '#workflows/given.js';

type DescribedImport = Omit<ImportSummary, 'problems'> & Pick<DescribedError, 'problems'>;

export default class RegisterImport extends DeskCommand<typeof RegisterImport> {
  static override args = { kind: Args.string({ required: true }), file: Args.string({ required: true }) };
  static override flags = {
    'dry-run': Flags.boolean(),
    map: Flags.string({ multiple: true, helpValue: 'HEADER=COLUMN' }),
    set: Flags.string({ multiple: true, helpValue: 'COLUMN=VALUE' }),
    annotate: Flags.string({ helpValue: 'FILE.xlsx' }),
    late: Flags.boolean(),
    by: Flags.string(),
  };

  async run(): Promise<DescribedImport> {
    const { kind, file } = this.args;
    const summary = await this.imported();
    this.print(...importLines(summary, this.say, this.width));
    this.next(nextStep(summary, kind, file, this.flags.annotate));
    return this.finish({ ...summary, problems: summary.problems.map((problem) => describeProblem(problem, this.say)) }, summary.wrong > 0 ? 'badInput' : 'done');
  }

  // Headers that nobody explained are asked for once; the answers are remembered with the import.
  private async imported(): Promise<ImportSummary> {
    const { kind, file } = this.args;
    const { late, by, annotate } = this.flags;
    const map = headerMap(this.flags.map ?? []);
    const request = { late, dryRun: this.flags['dry-run'], fill: cellsOf(this.flags.set ?? []), ...given({ by, annotateTo: annotate }) };
    const summary = await importRegister(this.desk, kind, file, { ...request, map });
    if (summary.unknownHeaders.length === 0 || !this.mayAsk) return summary;
    const { form } = await blankForm(this.desk, kind);
    const asked = await askHeaders(summary.unknownHeaders, form.columns, this.language, this.say);
    return importRegister(this.desk, kind, file, { ...request, map: { ...map, ...asked } });
  }
}

function nextStep({ wrong, written }: ImportSummary, kind: string, file: string, annotate: string | undefined): string {
  if (wrong > 0) return annotate === undefined ? `zicha register import ${kind} ${file} --dry-run --annotate marked.xlsx` : `zicha register import ${kind} ${annotate}`;
  return written ? `zicha register confirm ${kind}` : `zicha register import ${kind} ${file}`;
}
