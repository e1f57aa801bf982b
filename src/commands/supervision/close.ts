import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Supervision } from '#domain/supervision.js';
import { closeSupervision } from '#workflows/add-supervision.js';

export default class SupervisionClose extends DeskCommand<typeof SupervisionClose> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    note: Flags.string(),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<Supervision> {
    const supervision = await closeSupervision(this.desk, this.args.number, this.flags.note, this.flags.by);
    this.print(this.say('supervision.closed', { number: supervision.number }));
    this.next('zicha supervision list');
    return this.finish(supervision);
  }
}
