import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { checklistPage } from '#cli/screens/checklist-page.js';
import type { Checklist } from '#domain/checklist.js';
import { printableChecklist } from '#domain/printable-item.js';
import { showChecklist } from '#workflows/show-checklists.js';

export default class ChecklistShow extends DeskCommand<typeof ChecklistShow> {
  static override args = { id: Args.string({ required: true }) };

  run(): Promise<Checklist> {
    const checklist = showChecklist(this.desk, this.args.id);
    this.print(...checklistPage(checklist, this.say, this.width, this.flags.verbose));
    this.next(nextStep(checklist));
    // Shown here, but not exported: the text of an imported annex stays in its file.
    return Promise.resolve(this.finish(printableChecklist(checklist)));
  }
}

function nextStep({ id, level, roundsOnly }: Checklist): string {
  return roundsOnly === true && level !== 'unit' ? `zicha round open --checklist ${id}` : `zicha assess run --checklist ${id}`;
}
