import { Flags } from '@oclif/core';
import { cureRows } from '#cli/screens/cure-rows.js';
import { trendRows } from '#cli/screens/statistics-page.js';
import { StatisticsCommand } from '#cli/statistics-command.js';
import type { PrintedStatistics } from '#workflows/print-statistics.js';
import { showTrend, type TrendView } from '#workflows/show-statistics.js';
import { trendSheet } from '#workflows/statistics-sheet.js';

export default class StatsTrend extends StatisticsCommand<typeof StatsTrend> {
  static override flags = { months: Flags.integer({ min: 1, max: 60, default: 12 }) };

  async run(): Promise<TrendView & { readonly printed?: PrintedStatistics }> {
    const view = await showTrend(this.desk, this.flags.months);
    this.print(...trendRows(view, this.language, this.say, this.width));
    this.print(...cureRows(view.management, this.say, this.width));
    const written = await this.writeFile(trendSheet(view, this.paperSay));
    this.next('zicha finding list');
    return this.finish({ ...view, ...written });
  }
}
