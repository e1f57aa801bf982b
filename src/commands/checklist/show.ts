import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { checklistPage } from '#cli/screens/checklist-page.js';
import type { Checklist } from '#domain/checklist.js';
import { showChecklist } from '#workflows/show-checklists.js';

export default class ChecklistShow extends DeskCommand<typeof ChecklistShow> {
  static override args = { id: Args.string({ required: true }) };

  run(): Promise<Checklist> {
    const checklist = showChecklist(this.desk, this.args.id);
    this.print(...checklistPage(checklist, this.say, this.width, this.flags.verbose));
    this.next(`zicha assess run --checklist ${checklist.id}`);
    return Promise.resolve(this.finish(checklist));
  }
}
