import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { supervisionKinds, type Supervision } from '#domain/supervision.js';
import { addSupervision } from '#workflows/add-supervision.js';
import { given } from '#workflows/given.js';

export default class SupervisionAdd extends DeskCommand<typeof SupervisionAdd> {
  static override flags = {
    body: Flags.string({ required: true }),
    kind: Flags.option({ options: supervisionKinds, required: true })(),
    on: dayFlag({ required: true }),
    basis: Flags.string(),
    team: Flags.string(),
    scope: Flags.string(),
    'report-due': dayFlag(),
    by: Flags.string(),
  };

  async run(): Promise<Supervision> {
    const { body, kind, on, basis, team, scope, by, 'report-due': reportDue } = this.flags;
    const supervision = await addSupervision(this.desk, { body, kind, on, ...given({ basis, team, scope, reportDue }) }, by);
    this.print(this.say('supervision.added', { number: supervision.number, body, on }));
    this.next(`zicha supervision opinion ${supervision.number}`);
    return this.finish(supervision);
  }
}
