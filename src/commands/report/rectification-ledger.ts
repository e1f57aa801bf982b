import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, choiceFlags, choiceOf, followUpFlags } from '#cli/follow-up-paper-command.js';
import { yearFlag } from '#cli/year-flag.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRectificationLedger } from '#workflows/render-follow-up.js';

export default class ReportRectificationLedger extends FollowUpPaperCommand<typeof ReportRectificationLedger> {
  static override flags = {
    ...choiceFlags,
    year: yearFlag(),
    live: Flags.boolean(),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { year, live } = this.flags;
    return renderRectificationLedger(this.desk, { ...choiceOf(this.flags), ...given({ year }), liveOnly: live }, this.request);
  }
}
