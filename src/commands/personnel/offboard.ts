import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { offboardLines } from '#cli/screens/flow-lines.js';
import { offboard, type Offboarding } from '#workflows/offboard-person.js';
import { given } from '#workflows/given.js';

export default class PersonnelOffboard extends DeskCommand<typeof PersonnelOffboard> {
  static override args = { person: Args.string({ required: true }) };
  static override flags = {
    'leave-kind': Flags.string(),
    'leave-at': dayFlag(),
    'handed-back': dayFlag(),
    'access-removed-at': dayFlag(),
    'talk-at': dayFlag(),
    'talk-by': Flags.string({ multiple: true }),
    'undertaking-at': dayFlag(),
    'cooling-from': dayFlag(),
    'cooling-until': dayFlag(),
    'exit-filed-at': dayFlag(),
    finish: Flags.boolean({ default: false }),
    by: Flags.string(),
  };

  async run(): Promise<Offboarding> {
    const { flags } = this;
    const { finish, by } = flags;
    const days = given({
      kind: flags['leave-kind'], leaveAt: flags['leave-at'], handedBackAt: flags['handed-back'], accessRemovedAt: flags['access-removed-at'],
      talkAt: flags['talk-at'], undertakingAt: flags['undertaking-at'], exitFiledAt: flags['exit-filed-at'], from: flags['cooling-from'], until: flags['cooling-until'], by,
    });
    const state = await offboard(this.desk, { person: this.args.person, ...days, talkBy: flags['talk-by'] ?? [], finish });
    this.print(...offboardLines(state, this.say, this.width));
    this.next(state.finished ? `zicha register show departures ${state.number}` : `zicha personnel offboard ${state.person} --finish`);
    return this.finish(state);
  }
}
