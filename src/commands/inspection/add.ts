import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { monthFlag } from '#cli/month-flag.js';
import { inspectionKinds, type Inspection } from '#domain/inspection.js';
import { planInspection } from '#workflows/plan-inspections.js';

export default class InspectionAdd extends DeskCommand<typeof InspectionAdd> {
  static override flags = {
    kind: Flags.option({ options: inspectionKinds, required: true })(),
    month: monthFlag({ required: true }),
    department: Flags.string({ multiple: true }),
    scope: Flags.string({ required: true }),
    by: Flags.string(),
  };

  async run(): Promise<Inspection> {
    const { kind, month, department = [], scope, by } = this.flags;
    const inspection = await planInspection(this.desk, { kind, month, departments: department, scope }, by);
    this.print(this.say('inspection.planned', { number: inspection.number, month, departments: inspection.departments.join(this.say('paper.list-joiner')) }));
    this.next('zicha inspection plan');
    return this.finish(inspection);
  }
}
