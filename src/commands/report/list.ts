import { DeskCommand } from '#cli/desk-command.js';
import { tableLines } from '#cli/table.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { minuteOf } from '#workflows/door.js';
import { listReports } from '#workflows/list-reports.js';

export default class ReportList extends DeskCommand<typeof ReportList> {
  async run(): Promise<{ readonly reports: readonly IssuedReport[] }> {
    const reports = await listReports(this.desk);
    const { say } = this;
    const columns = [{ title: say('column.number') }, { title: say('column.at') }, { title: say('column.check-code') }, { title: say('column.path'), wide: true }];
    const rows = reports.map((report) => [report.number, minuteOf(report.at), report.checkCode, report.path]);
    this.print(...(rows.length === 0 ? [say('report.none')] : tableLines(columns, rows, this.width)));
    this.next(rows.length === 0 ? 'zicha report self-assessment' : 'zicha report verify FILE.pdf');
    return this.finish({ reports });
  }
}
