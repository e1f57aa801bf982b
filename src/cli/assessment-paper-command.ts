import type { Command } from '@oclif/core';
import type { IssuedReport } from '#domain/issued-report.js';
import { renderReport } from '#workflows/render-report.js';
import { DeskCommand } from './desk-command.js';

/** A paper on assessments: by number, or the newest of each checklist that the paper is about. */
export abstract class AssessmentPaperCommand<T extends typeof Command> extends DeskCommand<T> {
  protected abstract readonly template: string;

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly warnings: readonly string[] }> {
    const { assessment = [], output, by } = this.flags as { readonly assessment?: string[]; readonly output?: string; readonly by?: string };
    const { issued, warnings, pages } = await renderReport(this.desk, { template: this.template, assessmentNumbers: assessment, ...(output && { output }), ...(by && { by }) });
    this.print(this.say('report.written', { number: issued.number, path: issued.path, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, warnings });
  }
}
