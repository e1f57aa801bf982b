import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { roundSheetPage } from '#cli/screens/round-sheet-page.js';
import { printableItem } from '#domain/printable-item.js';
import { roundSheet, type RoundSheet } from '#workflows/show-rounds.js';

export default class RoundShow extends DeskCommand<typeof RoundShow> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { subject: Flags.string() };

  async run(): Promise<RoundSheet> {
    const sheet = await roundSheet(this.desk, this.args.number, this.flags.subject);
    this.print(...roundSheetPage(sheet, this.say, this.width));
    this.next(`zicha assess answer --round ${sheet.round.number}${sheet.round.subjects.length === 1 ? '' : ` --subject ${sheet.subject.key}`}`);
    // What leaves the screen for a file or a program carries no text of an imported annex.
    return this.finish({ ...sheet, lines: sheet.lines.map((line) => ({ ...line, item: printableItem(line.item) })) });
  }
}
