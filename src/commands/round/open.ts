import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { periodFlag } from '#cli/period-flag.js';
import { roundLevels, type Round } from '#domain/round.js';
import { periodText } from '#messages/period-text.js';
import { openRound } from '#workflows/open-round.js';
import { given } from '#workflows/given.js';

export default class RoundOpen extends DeskCommand<typeof RoundOpen> {
  static override flags = {
    level: Flags.option({ options: roundLevels })(),
    checklist: Flags.string(),
    period: periodFlag(),
    deadline: dayFlag(),
    dept: Flags.string({ multiple: true }),
    person: Flags.string({ multiple: true }),
    device: Flags.string({ multiple: true }),
    occasion: Flags.string(),
    merge: Flags.boolean(),
    supersedes: Flags.string(),
    by: Flags.string(),
  };

  async run(): Promise<Round> {
    const { level, checklist, period, deadline, dept = [], person = [], device = [], occasion, merge, supersedes, by } = this.flags;
    const request = { departments: dept, persons: person, devices: device, merges: merge, ...given({ level, checklistId: checklist, period, deadline, occasion, supersedes, by }) };
    const { round, title } = await openRound(this.desk, request);
    this.print(this.say('round.opened', { number: round.number, checklist: title, period: periodText(round.period, this.say), subjects: round.subjects.length }));
    this.next(round.subjects.length === 1 ? `zicha assess answer --round ${round.number}` : `zicha round sheet export ${round.number}`);
    return this.finish(round);
  }
}
