import { Flags, type Command } from '@oclif/core';
import type { IssuedReport } from '#domain/issued-report.js';
import { given } from '#workflows/given.js';
import type { ProblemChoice } from '#workflows/follow-up-source.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import type { PaperFormat } from '#workflows/paper-as.js';
import type { PaperRequest } from '#workflows/render-follow-up.js';
import { DeskCommand } from './desk-command.js';
import { formatFlag } from './format-flag.js';

export const followUpFlags = { format: formatFlag(), by: Flags.string() };

/** Which problems a paper is about: of an inspection, by number, of one department. */
export const choiceFlags = { inspection: Flags.string(), supervision: Flags.string(), finding: Flags.string({ multiple: true }), department: Flags.string() };

/** The choice as the workflows take it. */
export function choiceOf({ inspection, supervision, finding, department }: ChoiceFlags): ProblemChoice {
  return given({ inspection, supervision, findings: finding, department });
}

interface ChoiceFlags {
  readonly inspection?: string | undefined;
  readonly supervision?: string | undefined;
  readonly finding?: readonly string[] | undefined;
  readonly department?: string | undefined;
}

/** A paper on problems and their cure. */
export abstract class FollowUpPaperCommand<T extends typeof Command> extends DeskCommand<T> {
  protected abstract render(): Promise<RenderedReport>;

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  protected get request(): PaperRequest {
    const { output, format, by } = this.flags as { readonly output?: string; readonly format?: PaperFormat; readonly by?: string };
    return given({ output, format, by });
  }

  async run(): Promise<IssuedReport & { readonly warnings: readonly string[] }> {
    const { issued, pages, warnings } = await this.render();
    this.print(this.say(pages === 0 ? 'report.written-file' : 'report.written', { number: issued.number, path: issued.path, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(pages === 0 ? 'zicha report list' : `zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, warnings });
  }
}
