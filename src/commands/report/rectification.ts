import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, choiceFlags, choiceOf, followUpFlags } from '#cli/follow-up-paper-command.js';
import { yearFlag } from '#cli/year-flag.js';
import { given } from '#workflows/given.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderRectification } from '#workflows/render-follow-up.js';

export default class ReportRectification extends FollowUpPaperCommand<typeof ReportRectification> {
  static override flags = {
    ...choiceFlags,
    year: yearFlag(),
    to: Flags.string(),
    lasting: Flags.string({ multiple: true }),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { year, to = '', lasting = [] } = this.flags;
    return renderRectification(this.desk, { ...choiceOf(this.flags), ...given({ year }) }, { to, lasting }, this.request);
  }
}
