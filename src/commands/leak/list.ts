import { DeskCommand } from '#cli/desk-command.js';
import { leakRows } from '#cli/screens/leak-rows.js';
import { listLeaks, type LeakView } from '#workflows/leak-events.js';

export default class LeakList extends DeskCommand<typeof LeakList> {

  async run(): Promise<{ readonly events: readonly LeakView[] }> {
    const events = await listLeaks(this.desk);
    this.print(...leakRows(events, this.say, this.width));
    const open = events.find(({ event }) => event.closedAt === undefined);
    this.next(open === undefined ? 'zicha status' : open.event.reportedAt === undefined ? `zicha leak report ${open.event.number}` : `zicha leak close ${open.event.number}`);
    return this.finish({ events });
  }
}
