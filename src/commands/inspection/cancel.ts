import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Inspection } from '#domain/inspection.js';
import { cancelInspection } from '#workflows/plan-inspections.js';

export default class InspectionCancel extends DeskCommand<typeof InspectionCancel> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    reason: Flags.string({ required: true }),
    by: Flags.string(),
  };

  async run(): Promise<Inspection> {
    const inspection = await cancelInspection(this.desk, this.args.number, this.flags.reason, this.flags.by);
    this.print(this.say('inspection.cancelled', { number: inspection.number, reason: this.flags.reason }));
    this.next('zicha inspection plan');
    return this.finish(inspection);
  }
}
