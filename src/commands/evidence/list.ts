import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { evidenceRows } from '#cli/screens/evidence-rows.js';
import type { Evidence } from '#domain/evidence.js';
import { given } from '#workflows/given.js';
import { listEvidence } from '#workflows/list-evidence.js';

export default class EvidenceList extends DeskCommand<typeof EvidenceList> {
  static override flags = { for: Flags.string(), all: Flags.boolean() };

  async run(): Promise<{ readonly evidence: readonly Evidence[] }> {
    const evidence = await listEvidence(this.desk, { all: this.flags.all, ...given({ belongsTo: this.flags.for }) });
    this.print(...evidenceRows(evidence, this.say, this.width));
    this.next('zicha evidence show ZJ-…');
    return this.finish({ evidence });
  }
}
