import { Flags, type Command } from '@oclif/core';
import type { IssuedReport } from '#domain/issued-report.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import type { PaperFormat } from '#workflows/paper-as.js';
import type { PaperRequest } from '#workflows/render-follow-up.js';
import { DeskCommand } from './desk-command.js';
import { formatFlag } from './format-flag.js';

export const followUpFlags = { format: formatFlag(), by: Flags.string() };

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
