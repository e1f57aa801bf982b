import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FollowUpPaperCommand, choiceFlags, choiceOf, followUpFlags } from '#cli/follow-up-paper-command.js';
import type { RenderedReport } from '#workflows/issue-paper.js';
import { renderNotice } from '#workflows/render-follow-up.js';

export default class ReportNotice extends FollowUpPaperCommand<typeof ReportNotice> {
  static override flags = {
    ...choiceFlags,
    to: Flags.string({ required: true }),
    contact: Flags.string({ required: true }),
    'report-by': dayFlag({ required: true }),
    'document-number': Flags.string(),
    ...followUpFlags,
  };

  protected render(): Promise<RenderedReport> {
    const { inspection, supervision, finding, department, to, contact, 'report-by': reportBy, 'document-number': documentNumber = '' } = this.flags;
    // Without a choice a notice is about the problems of the department it goes to, never about everybody's.
    const whose = inspection === undefined && supervision === undefined && finding === undefined ? (department ?? to) : department;
    return renderNotice(this.desk, choiceOf({ inspection, supervision, finding, department: whose }), { to, contact, reportBy, documentNumber }, this.request);
  }
}
