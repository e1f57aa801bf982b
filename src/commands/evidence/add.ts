import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { keptLines } from '#cli/screens/evidence-page.js';
import { given } from '#workflows/given.js';
import { keepEvidence, type KeptEvidence } from '#workflows/keep-evidence.js';

export default class EvidenceAdd extends DeskCommand<typeof EvidenceAdd> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { for: Flags.string({ multiple: true }), title: Flags.string(), on: dayFlag(), by: Flags.string() };

  async run(): Promise<KeptEvidence> {
    const { title, on, by } = this.flags;
    const kept = await keepEvidence(this.desk, { file: this.args.file, belongsTo: this.flags.for ?? [], ...given({ title, on, by }) });
    this.print(...keptLines(kept, this.say, this.width));
    this.next(`zicha evidence show ${kept.evidence.number}`);
    return this.finish(kept);
  }
}
