import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { inspectionMethods, type Inspection } from '#domain/inspection.js';
import type { Finding } from '#domain/finding.js';
import { severities } from '#domain/result-value.js';
import { given } from '#workflows/given.js';
import { recordInspection } from '#workflows/plan-inspections.js';

export default class InspectionRecordCommand extends DeskCommand<typeof InspectionRecordCommand> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    on: dayFlag({ required: true }),
    team: Flags.string({ required: true }),
    method: Flags.option({ options: inspectionMethods, multiple: true, required: true })(),
    opinion: Flags.string({ required: true }),
    deadline: dayFlag(),
    basis: Flags.string(),
    accompanied: Flags.string(),
    good: Flags.string(),
    devices: Flags.string(),
    persons: Flags.integer({ min: 0 }),
    documents: Flags.integer({ min: 0 }),
    recording: Flags.string(),
    problem: Flags.string({ multiple: true }),
    severity: Flags.option({ options: severities, default: 'medium' })(),
    department: Flags.string(),
    by: Flags.string(),
  };

  async run(): Promise<{ readonly inspection: Inspection; readonly findings: readonly Finding[] }> {
    const { on, team, method, opinion, deadline, basis, accompanied, good, devices, persons, documents, recording, problem = [], severity, department, by } = this.flags;
    const record = { on, team, methods: method, opinion, ...given({ deadline, basis, accompanied, good, devices, persons, documents, recording }) };
    const held = await recordInspection(this.desk, this.args.number, record, problem.map((statement) => ({ statement, severity, ...given({ department }) })), by);
    this.print(this.say('inspection.held', { number: held.inspection.number, count: held.findings.length }), ...held.findings.map((finding) => `  ${finding.number}  ${finding.statement}`));
    this.next(`zicha report inspection --inspection ${held.inspection.number}`);
    return this.finish(held);
  }
}
