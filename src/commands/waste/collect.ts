import { Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import type { FlowOutcome } from '#workflows/carrier-moves.js';
import { collectWaste } from '#workflows/waste-paper.js';
import { given } from '#workflows/given.js';

export default class WasteCollect extends FlowCommand<typeof WasteCollect> {
  static override flags = {
    ...flowFlags,
    dept: Flags.string(),
    point: Flags.string(),
    'paper-kind': Flags.string(),
    qty: Flags.string(),
    'qty-unit': Flags.string(),
    checked: Flags.boolean({ allowNo: true }),
    handler: Flags.string(),
    receiver: Flags.string(),
    dispose: Flags.string(),
    found: Flags.string({ multiple: true }),
    date: dayFlag(),
  };

  async run(): Promise<FlowOutcome> {
    const { dispose, found, date } = this.flags;
    const where = { dept: await this.need('dept'), point: await this.need('point') };
    const paper = { kind: await this.need('paper-kind'), qty: await this.need('qty'), unit: await this.need('qty-unit'), checked: await this.needAnswer('checked') };
    const people = { handler: await this.need('handler'), receiver: await this.need('receiver') };
    return this.tell(await collectWaste(this.desk, { ...flowOptions(this.flags), ...where, ...paper, ...people, found: found ?? [], ...given({ dispose, date }) }));
  }
}
