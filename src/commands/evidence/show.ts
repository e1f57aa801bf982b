import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { evidencePage } from '#cli/screens/evidence-page.js';
import type { Evidence } from '#domain/evidence.js';
import { showEvidence } from '#workflows/list-evidence.js';
import { saveEvidence } from '#workflows/save-evidence.js';

export default class EvidenceShow extends DeskCommand<typeof EvidenceShow> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { 'save-to': Flags.string() };

  async run(): Promise<{ readonly evidence: Evidence; readonly path?: string }> {
    const file = this.flags['save-to'];
    const shown = file === undefined ? { evidence: await showEvidence(this.desk, this.args.number) } : await saveEvidence(this.desk, this.args.number, file);
    this.print(...evidencePage(shown.evidence, this.say, this.width));
    if ('path' in shown) this.print(this.say('evidence.saved', { path: shown.path }));
    this.next(`zicha evidence verify ${shown.evidence.number}`);
    return this.finish(shown);
  }
}
