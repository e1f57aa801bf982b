import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import type { FlowOutcome } from '#workflows/carrier-moves.js';
import { spotCheckWaste } from '#workflows/waste-paper.js';
import { given } from '#workflows/given.js';

export default class WasteSpotCheck extends FlowCommand<typeof WasteSpotCheck> {
  static override flags = {
    ...flowFlags,
    checker: Flags.string({ multiple: true }),
    'found-secret': Flags.integer({ min: 0 }),
    'found-work': Flags.integer({ min: 0 }),
    found: Flags.string({ multiple: true }),
    action: Flags.string(),
    point: Flags.string({ multiple: true }),
    date: dayFlag(),
  };

  async run(): Promise<FlowOutcome> {
    const { point, date } = this.flags;
    const checkers = await this.needSeveral('checker');
    const counted = { foundSecret: await this.needCount('found-secret'), foundWork: await this.needCount('found-work'), action: await this.need('action') };
    const found = counted.foundSecret > 0 && this.flags.found === undefined && this.mayAsk ? await this.needSeveral('found') : (this.flags.found ?? []);
    return this.tell(await spotCheckWaste(this.desk, { ...flowOptions(this.flags), ...counted, checkers, found, points: point ?? [], ...given({ date }) }));
  }
}
