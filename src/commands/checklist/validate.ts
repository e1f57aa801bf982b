import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { validateChecklist, type ChecklistLine } from '#workflows/show-checklists.js';

export default class ChecklistValidate extends DeskCommand<typeof ChecklistValidate> {
  static override args = { file: Args.string({ required: true }) };

  run(): Promise<{ readonly valid: true; readonly checklist: ChecklistLine }> {
    const checklist = validateChecklist(this.desk, this.args.file);
    this.print(this.say('checklist.valid', { id: checklist.id, items: checklist.items }));
    this.next(`zicha checklist show ${checklist.id}`);
    return Promise.resolve(this.finish({ valid: true, checklist }));
  }
}
