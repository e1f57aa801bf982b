import { registerCountRows } from '#cli/screens/statistics-page.js';
import { StatisticsCommand } from '#cli/statistics-command.js';
import { yearFlag } from '#cli/year-flag.js';
import { countRegisters, type RegisterCounts } from '#workflows/count-registers.js';
import type { PrintedStatistics } from '#workflows/print-statistics.js';
import { registersSheet } from '#workflows/statistics-sheet.js';

export default class StatsRegisters extends StatisticsCommand<typeof StatsRegisters> {
  static override flags = { year: yearFlag() };

  async run(): Promise<RegisterCounts & { readonly printed?: PrintedStatistics }> {
    const counts = await countRegisters(this.desk, this.flags.year);
    this.print(...registerCountRows(counts, this.language, this.say, this.width));
    const written = await this.writeFile(registersSheet(counts, this.paperSay));
    this.next('zicha register check');
    return this.finish({ ...counts, ...written });
  }
}
