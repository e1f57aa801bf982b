import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { wrap } from '#cli/wrap.js';
import type { Finding } from '#domain/finding.js';
import { deviate } from '#workflows/finding-steps.js';

export default class FindingDeviate extends DeskCommand<typeof FindingDeviate> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    reason: Flags.string({ required: true }),
    'approved-by': Flags.string({ required: true }),
    document: Flags.string({ required: true }),
    until: dayFlag({ required: true }),
    by: Flags.string(),
  };

  async run(): Promise<Finding> {
    const { reason, document, until, by, 'approved-by': approvedBy } = this.flags;
    const finding = await deviate(this.desk, this.args.number, { reason, document, until, approvedBy }, by);
    this.print(...wrap(this.say('finding.deviated', { number: finding.number, until }), this.width));
    this.next(`zicha finding show ${finding.number}`);
    return this.finish(finding);
  }
}
