import { DeskCommand } from '#cli/desk-command.js';
import { statusPage } from '#cli/screens/status-page.js';
import { showStatus, type Status as StatusView } from '#workflows/show-status.js';

export default class Status extends DeskCommand<typeof Status> {
  async run(): Promise<StatusView> {
    const status = await showStatus(this.desk);
    this.print(...statusPage(status, this.say, this.width));
    if (status.clockBehind) this.note(`${this.say('label.warning')}  ${this.say('clock.behind')}`);
    this.next(nextOf(status));
    return this.finish(status);
  }
}

function nextOf(status: StatusView): string {
  if (status.assessments.length === 0) return 'zicha assess run';
  return status.findings.overdue > 0 ? 'zicha finding list --overdue' : status.findings.open > 0 ? 'zicha finding list' : 'zicha report self-assessment';
}
