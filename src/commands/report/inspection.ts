import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, followUpFlags } from '#cli/follow-up-paper-command.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderInspection } from '#workflows/render-follow-up.js';

export default class ReportInspection extends FollowUpPaperCommand<typeof ReportInspection> {
  static override flags = {
    inspection: Flags.string({ required: true }),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    return renderInspection(this.desk, this.flags.inspection, this.request);
  }
}
