import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { datelessLines } from '#cli/screens/year-lines.js';
import { yearFlag } from '#cli/year-flag.js';
import { exportYear, type ExportedYear } from '#workflows/export-year.js';

export default class CalendarExport extends DeskCommand<typeof CalendarExport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { year: yearFlag() };

  async run(): Promise<ExportedYear> {
    const exported = await exportYear(this.desk, this.args.file, this.flags.year);
    this.print(this.say('year.exported', { path: exported.path, year: exported.year, events: exported.events }));
    if (!this.jsonEnabled()) this.note(...datelessLines(exported, this.say, this.width));
    this.next(`zicha calendar --year ${exported.year}`);
    return this.finish(exported);
  }
}
