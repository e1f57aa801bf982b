import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { findingKinds, type Finding } from '#domain/finding.js';
import { severities } from '#domain/result-value.js';
import { addFinding } from '#workflows/add-finding.js';
import { given } from '#workflows/given.js';

export default class FindingAdd extends DeskCommand<typeof FindingAdd> {
  static override flags = {
    statement: Flags.string({ required: true }),
    severity: Flags.option({ options: severities })(),
    item: Flags.string({ helpValue: 'CHECKLIST/ITEM' }),
    subject: Flags.string(),
    department: Flags.string(),
    owner: Flags.string(),
    leader: Flags.string(),
    kind: Flags.option({ options: findingKinds })(),
    due: dayFlag(),
    cause: Flags.string(),
    inspection: Flags.string(),
    by: Flags.string(),
  };

  async run(): Promise<Finding> {
    const { statement, severity, item, subject, department, owner, leader, kind, due, cause, inspection, by } = this.flags;
    const finding = await addFinding(this.desk, { statement, ...given({ severity, item, subject, department, owner, leader, kind, dueOn: due, cause, inspection }) }, by);
    this.print(this.say('finding.added', { number: finding.number, statement: finding.statement }));
    this.next(finding.owner === undefined ? `zicha finding assign ${finding.number}` : `zicha finding rectify ${finding.number}`);
    return this.finish(finding);
  }
}
