import { DeskCommand } from '#cli/desk-command.js';
import { datelessLines, yearLines } from '#cli/screens/year-lines.js';
import { yearFlag } from '#cli/year-flag.js';
import { officersYear, type OfficersYear } from '#workflows/officers-year.js';

export default class Calendar extends DeskCommand<typeof Calendar> {
  static override flags = { year: yearFlag() };

  async run(): Promise<OfficersYear> {
    const year = await officersYear(this.desk, this.flags.year);
    this.print(...yearLines(year, this.say, this.width));
    if (!this.jsonEnabled()) this.note(...datelessLines(year, this.say, this.width));
    this.next(`zicha calendar export ${year.year}.ics --year ${year.year}`);
    return this.finish(year);
  }
}
