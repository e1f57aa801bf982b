import { Args, Flags } from '@oclif/core';
import { askOnboarding } from '#cli/ask-onboarding.js';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { onboardLines } from '#cli/screens/flow-lines.js';
import { onboard, type Onboarding } from '#workflows/onboard-person.js';
import { given } from '#workflows/given.js';

export default class PersonnelOnboard extends DeskCommand<typeof PersonnelOnboard> {
  static override args = { person: Args.string({ required: true }) };
  static override flags = {
    post: Flags.string(),
    'post-level': Flags.string(),
    level: Flags.string(),
    'vetting-at': dayFlag(),
    'vetting-result': Flags.string(),
    'trained-at': dayFlag(),
    'undertaking-at': dayFlag(),
    'in-post-at': dayFlag(),
    passports: Flags.string(),
    'exit-record': Flags.boolean({ allowNo: true }),
    by: Flags.string(),
  };

  async run(): Promise<Onboarding> {
    const { person } = this.args;
    const { post, level, passports, by, ...days } = this.flags;
    const asked = given({
      post, level, passports, postLevel: days['post-level'], vettingAt: days['vetting-at'], vettingResult: days['vetting-result'],
      trainedAt: days['trained-at'], undertakingAt: days['undertaking-at'], since: days['in-post-at'], exitRecord: days['exit-record'],
    });
    let state = await onboard(this.desk, { person, ...asked, ...given({ by }) });
    this.print(...onboardLines(state, this.say));
    // Without flags at a terminal the steps that are open are asked one after another.
    while (Object.keys(asked).length === 0 && this.mayAsk && !state.finished) {
      const answers = await askOnboarding(state, this.say);
      if (answers === undefined) break;
      state = await onboard(this.desk, { person, ...answers, ...given({ by }) });
      this.print(...onboardLines(state, this.say));
    }
    this.next(state.finished ? `zicha register show personnel ${state.person}` : `zicha personnel onboard ${state.person} --help`);
    return this.finish(state);
  }
}
