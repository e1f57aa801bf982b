import { Flags, type Command } from '@oclif/core';
import type { IssuedReport } from '#domain/issued-report.js';
import { renderReport } from '#workflows/render-report.js';
import { given } from '#workflows/given.js';
import { DeskCommand } from './desk-command.js';

interface PaperFlags {
  readonly assessment?: readonly string[];
  readonly output?: string;
  readonly by?: string;
  readonly round?: string;
  readonly to?: string;
  readonly mark?: string;
  readonly suggest?: readonly string[];
}

/** Which assessments a paper is about, and who prints it. */
export const paperFlags = { assessment: Flags.string({ multiple: true }), round: Flags.string(), by: Flags.string() };

/** What the user adds to an official paper: addressee, a mark such as 内部, suggestions. */
export const letterFlags = { ...paperFlags, to: Flags.string(), mark: Flags.string(), suggest: Flags.string({ multiple: true }) };

/** A paper on assessments: by number, or the newest of each checklist that the paper is about. */
export abstract class AssessmentPaperCommand<T extends typeof Command> extends DeskCommand<T> {
  protected abstract readonly template: string;

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly warnings: readonly string[] }> {
    const { assessment = [], output, by, round, to, mark, suggest } = this.flags as PaperFlags;
    const wishes = given({ recipient: to, mark, suggestions: suggest });
    const { issued, warnings, pages } = await renderReport(this.desk, { template: this.template, assessmentNumbers: assessment, wishes, ...given({ output, by, round }) });
    if (mark !== undefined) this.note(`${this.say('label.warning')}  ${this.say('letter.mark-warning', { mark })}`);
    this.print(this.say('report.written', { number: issued.number, path: issued.path, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, warnings });
  }
}
