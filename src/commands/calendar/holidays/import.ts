import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { CalendarYear } from '#domain/calendar-day.js';
import { importHolidays } from '#workflows/holidays.js';

export default class CalendarHolidaysImport extends DeskCommand<typeof CalendarHolidaysImport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { source: Flags.string({ required: true }), by: Flags.string() };

  async run(): Promise<{ readonly years: readonly CalendarYear[] }> {
    const years = await importHolidays(this.desk, this.args.file, this.flags.source, this.flags.by);
    this.print(...years.map(({ year, days }) => this.say('calendar.imported', { year, days })));
    this.next(`zicha calendar holidays list --year ${years[0]?.year ?? ''}`);
    return this.finish({ years });
  }
}
