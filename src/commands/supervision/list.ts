import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { supervisionRows } from '#cli/screens/supervision-rows.js';
import { listSupervisions, type SupervisionView } from '#workflows/show-supervisions.js';

export default class SupervisionList extends DeskCommand<typeof SupervisionList> {
  static override flags = { all: Flags.boolean() };

  async run(): Promise<{ readonly supervisions: readonly SupervisionView[] }> {
    const supervisions = (await listSupervisions(this.desk)).filter(({ supervision }) => this.flags.all || supervision.state === 'open');
    this.print(...supervisionRows(supervisions, this.say, this.width));
    this.next(supervisions[0] === undefined ? 'zicha supervision add' : `zicha supervision show ${supervisions[0].supervision.number}`);
    return this.finish({ supervisions });
  }
}
