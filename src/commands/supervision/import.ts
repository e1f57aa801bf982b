import { Args, Flags } from '@oclif/core';
import { describeProblem, type DescribedError } from '#cli/describe-error.js';
import { DeskCommand } from '#cli/desk-command.js';
import { problemLines } from '#cli/screens/problem-lines.js';
import { given } from '#workflows/given.js';
import { importOpinions, type OpinionsImport } from '#workflows/import-opinions.js';

type DescribedImport = Omit<OpinionsImport, 'problems'> & Pick<DescribedError, 'problems'>;

export default class SupervisionImport extends DeskCommand<typeof SupervisionImport> {
  static override args = { number: Args.string({ required: true }), file: Args.string({ required: true }) };
  static override flags = {
    'dry-run': Flags.boolean(),
    by: Flags.string(),
  };

  async run(): Promise<DescribedImport> {
    const { 'dry-run': dryRun, by } = this.flags;
    const { problems, ...summary } = await importOpinions(this.desk, this.args.number, this.args.file, { dryRun, ...given({ by }) });
    const described = problems.map((problem) => describeProblem(problem, this.say));
    const { added, unchanged, written } = summary;
    this.print(this.say(written ? 'supervision.imported' : 'supervision.would-import', { added, unchanged }), ...problemLines(described, this.width));
    this.next(`zicha supervision show ${summary.supervision}`);
    return this.finish({ ...summary, problems: described }, problems.length > 0 ? 'badInput' : 'done');
  }
}
