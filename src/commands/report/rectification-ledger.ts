import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, followUpFlags } from '#cli/follow-up-paper-command.js';
import { yearFlag } from '#cli/year-flag.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRectificationLedger } from '#workflows/render-follow-up.js';

export default class ReportRectificationLedger extends FollowUpPaperCommand<typeof ReportRectificationLedger> {
  static override flags = {
    inspection: Flags.string(),
    supervision: Flags.string(),
    finding: Flags.string({ multiple: true }),
    department: Flags.string(),
    year: yearFlag(),
    live: Flags.boolean(),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { inspection, supervision, finding, department, year, live } = this.flags;
    return renderRectificationLedger(this.desk, { ...given({ inspection, supervision, findings: finding, department, year }), liveOnly: live }, this.request);
  }
}
