import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { tableLines } from '#cli/table.js';
import { minuteOf } from '#workflows/door.js';
import { listJournal, type JournalLine } from '#workflows/show-journal.js';

export default class JournalList extends DeskCommand<typeof JournalList> {
  static override flags = { limit: Flags.integer({ default: 20, min: 1, max: 10_000 }) };

  async run(): Promise<{ readonly frames: readonly JournalLine[] }> {
    const frames = await listJournal(this.desk, this.flags.limit);
    const { say } = this;
    const columns = [
      { title: say('column.sequence'), align: 'right' as const },
      { title: say('column.at') },
      { title: say('column.person'), wide: true },
      { title: say('column.kind') },
      { title: say('column.changes'), align: 'right' as const },
      { title: say('column.chain') },
    ];
    const rows = frames.map((frame) => [String(frame.seq), minuteOf(frame.at), frame.actor.person, frame.kind, String(frame.changes), frame.hash.slice(0, 12)]);
    this.print(...tableLines(columns, rows, this.width));
    this.next('zicha journal verify');
    return this.finish({ frames });
  }
}
