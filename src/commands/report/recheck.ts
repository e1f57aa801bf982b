import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, choiceFlags, choiceOf, followUpFlags } from '#cli/follow-up-paper-command.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRecheck } from '#workflows/render-follow-up.js';

export default class ReportRecheck extends FollowUpPaperCommand<typeof ReportRecheck> {
  static override flags = {
    ...choiceFlags,
    to: Flags.string(),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    return renderRecheck(this.desk, choiceOf(this.flags), this.flags.to ?? '', this.request);
  }
}
