import { Flags } from '@oclif/core';
import { ageFlag } from '#cli/age-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { purgeRows } from '#cli/screens/evidence-rows.js';
import { purgeEvidence, type EvidencePurge } from '#workflows/purge-evidence.js';

export default class EvidencePurgeCommand extends DeskCommand<typeof EvidencePurgeCommand> {
  static override flags = {
    'older-than': ageFlag({ required: true }),
    reason: Flags.string({ required: true }),
    by: Flags.string({ required: true }),
    yes: Flags.boolean(),
  };

  async run(): Promise<EvidencePurge> {
    const { reason, by, yes } = this.flags;
    const purge = await purgeEvidence(this.desk, { olderThan: this.flags['older-than'], reason, by, isConfirmed: yes });
    this.print(...purgeRows(purge, this.say, this.width));
    const isWaiting = !purge.written && purge.purged.length > 0;
    this.next(isWaiting ? 'zicha evidence purge … --yes' : 'zicha evidence list --all');
    return this.finish(purge);
  }
}
