import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, followUpFlags } from '#cli/follow-up-paper-command.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRecheck } from '#workflows/render-follow-up.js';

export default class ReportRecheck extends FollowUpPaperCommand<typeof ReportRecheck> {
  static override flags = {
    inspection: Flags.string(),
    supervision: Flags.string(),
    finding: Flags.string({ multiple: true }),
    department: Flags.string(),
    to: Flags.string(),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { inspection, supervision, finding, department, to = '' } = this.flags;
    return renderRecheck(this.desk, given({ inspection, supervision, findings: finding, department }), to, this.request);
  }
}
