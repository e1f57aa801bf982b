import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { pointsFlag } from '#cli/points-flag.js';
import type { Supervision } from '#domain/supervision.js';
import { scoreSupervision } from '#workflows/add-supervision.js';
import { given } from '#workflows/given.js';

export default class SupervisionScore extends DeskCommand<typeof SupervisionScore> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    points: pointsFlag({ required: true }),
    'out-of': pointsFlag({ required: true }),
    grade: Flags.string(),
    by: Flags.string(),
  };

  async run(): Promise<Supervision> {
    const { points, grade, by, 'out-of': outOf } = this.flags;
    const supervision = await scoreSupervision(this.desk, this.args.number, { points, outOf, ...given({ grade }) }, by);
    this.print(this.say('supervision.scored', { number: supervision.number, points, outOf, grade: grade ?? '' }).trimEnd());
    this.next(`zicha supervision show ${supervision.number}`);
    return this.finish(supervision);
  }
}
