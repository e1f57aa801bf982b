import { DeskCommand } from '#cli/desk-command.js';
import { monthFlag } from '#cli/month-flag.js';
import { calendarRows } from '#cli/screens/calendar-rows.js';
import { showCalendar, type CalendarMonth } from '#workflows/show-calendar.js';

export default class CalendarShow extends DeskCommand<typeof CalendarShow> {
  static override flags = { month: monthFlag() };

  async run(): Promise<CalendarMonth> {
    const month = await showCalendar(this.desk, this.flags.month);
    this.print(...calendarRows(month, this.say, this.width));
    this.next(month.known ? 'zicha schedule next' : 'zicha calendar holidays import');
    return this.finish(month);
  }
}
