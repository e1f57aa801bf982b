import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { holidayRows } from '#cli/screens/calendar-rows.js';
import { listHolidays, type HolidayTable } from '#workflows/holidays.js';

export default class CalendarHolidaysList extends DeskCommand<typeof CalendarHolidaysList> {
  static override flags = { year: Flags.integer({ min: 1900, max: 2199 }) };

  async run(): Promise<HolidayTable> {
    const { year } = this.flags;
    const table = await listHolidays(this.desk, year === undefined ? undefined : String(year));
    this.print(...holidayRows(table, this.say, this.width));
    this.next(table.years.length === 0 ? 'zicha calendar holidays import' : 'zicha calendar show');
    return this.finish(table);
  }
}
