import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, followUpFlags } from '#cli/follow-up-paper-command.js';
import { yearFlag } from '#cli/year-flag.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRectification } from '#workflows/render-follow-up.js';

export default class ReportRectification extends FollowUpPaperCommand<typeof ReportRectification> {
  static override flags = {
    inspection: Flags.string(),
    supervision: Flags.string(),
    finding: Flags.string({ multiple: true }),
    department: Flags.string(),
    year: yearFlag(),
    to: Flags.string(),
    lasting: Flags.string({ multiple: true }),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { inspection, supervision, finding, department, year, to = '', lasting = [] } = this.flags;
    return renderRectification(this.desk, given({ inspection, supervision, findings: finding, department, year }), { to, lasting }, this.request);
  }
}
