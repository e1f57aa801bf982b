import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { Finding } from '#domain/finding.js';
import { extensionsOf } from '#findings/extend-finding.js';
import { extend } from '#workflows/finding-steps.js';

export default class FindingExtend extends DeskCommand<typeof FindingExtend> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    until: dayFlag({ required: true }),
    reason: Flags.string({ required: true }),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<Finding> {
    const { until, reason, by } = this.flags;
    const finding = await extend(this.desk, this.args.number, { until, reason }, by);
    this.print(this.say('finding.extended', { number: finding.number, until, count: extensionsOf(finding) }));
    this.next(`zicha finding show ${finding.number}`);
    return this.finish(finding);
  }
}
