import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { ledgerRows } from '#cli/screens/ledger-rows.js';
import { showLedger, type LedgerLine } from '#workflows/show-ledger.js';

export default class ScheduleLog extends DeskCommand<typeof ScheduleLog> {
  static override args = { name: Args.string() };
  static override flags = { limit: Flags.integer({ default: 20, min: 1, max: 10_000 }) };

  async run(): Promise<{ readonly entries: readonly LedgerLine[] }> {
    const entries = await showLedger(this.desk, this.args.name, this.flags.limit);
    this.print(...ledgerRows(entries, this.say, this.width));
    this.next('zicha schedule next');
    return this.finish({ entries });
  }
}
