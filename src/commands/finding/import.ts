import { Args, Flags } from '@oclif/core';
import { describeProblem, type DescribedError } from '#cli/describe-error.js';
import { DeskCommand } from '#cli/desk-command.js';
import { problemLines } from '#cli/screens/problem-lines.js';
import { given } from '#workflows/given.js';
import { importFindings, type FindingsImport } from '#workflows/import-findings.js';

type DescribedImport = Omit<FindingsImport, 'problems'> & Pick<DescribedError, 'problems'>;

export default class FindingImport extends DeskCommand<typeof FindingImport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { 'dry-run': Flags.boolean(), by: Flags.string() };

  async run(): Promise<DescribedImport> {
    const { 'dry-run': dryRun, by } = this.flags;
    const { problems, ...summary } = await importFindings(this.desk, this.args.file, { dryRun, ...given({ by }) });
    const described = problems.map((problem) => describeProblem(problem, this.say));
    const { added, changed, unchanged, written } = summary;
    const heading = written ? this.say('finding.imported', { added, changed, unchanged }) : this.say('finding.would-import', { added, changed, unchanged });
    this.print(problems.length > 0 ? this.say('finding.import-refused', { count: problems.length }) : heading);
    this.print(...problemLines(described, this.width));
    this.next(written ? 'zicha finding list' : `zicha finding import ${this.args.file}`);
    return this.finish({ ...summary, problems: described }, problems.length > 0 ? 'badInput' : 'done');
  }
}
