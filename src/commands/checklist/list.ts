import { DeskCommand } from '#cli/desk-command.js';
import { tableLines } from '#cli/table.js';
import { showChecklists, type ChecklistLine } from '#workflows/show-checklists.js';

export default class ChecklistList extends DeskCommand<typeof ChecklistList> {

  run(): Promise<{ readonly checklists: readonly ChecklistLine[] }> {
    const checklists = showChecklists(this.desk);
    const { say } = this;
    const columns = [
      { title: say('column.id') },
      { title: say('column.title'), wide: true },
      { title: say('count.items'), align: 'right' as const },
      { title: say('method.automated'), align: 'right' as const },
      { title: say('method.register'), align: 'right' as const },
      { title: say('method.manual'), align: 'right' as const },
      { title: say('column.edition') },
    ];
    const rows = checklists.map((each) => [each.id, each.title, String(each.items), String(each.automated), String(each.register), String(each.manual), each.edition]);
    this.print(...tableLines(columns, rows, this.width));
    this.next(`zicha checklist show ${checklists[0]?.id ?? ''}`);
    return Promise.resolve(this.finish({ checklists }));
  }
}
