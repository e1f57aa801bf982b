import { Flags } from '@oclif/core';
import { FollowUpPaperCommand, followUpFlags } from '#cli/follow-up-paper-command.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderOpinionsReply } from '#workflows/render-follow-up.js';

export default class ReportOpinionsReply extends FollowUpPaperCommand<typeof ReportOpinionsReply> {
  static override flags = {
    supervision: Flags.string({ required: true }),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    return renderOpinionsReply(this.desk, this.flags.supervision, this.request);
  }
}
