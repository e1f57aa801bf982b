import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { repairPage } from '#cli/screens/repair-page.js';
import { repairStore } from '#workflows/repair-store.js';
import type { RepairOutcome } from '#store/repair-records.js';

export default class StoreRepair extends DeskCommand<typeof StoreRepair> {
  static override flags = { reason: Flags.string({ required: true }), by: Flags.string({ required: true }) };

  async run(): Promise<RepairOutcome> {
    const outcome = await repairStore(this.desk, this.flags.reason, this.flags.by);
    this.print(...repairPage(outcome, this.say));
    this.next('zicha store verify --deep');
    return this.finish(outcome);
  }
}
