import { Flags, type Command } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { loadStatistics, type StatisticsId } from '#workflows/load-statistics.js';
import type { PrintedStatistics } from '#workflows/print-statistics.js';
import { showStatistics, type StatisticsView } from '#workflows/show-statistics.js';
import { blankSheet, statisticsSheet } from '#workflows/statistics-sheet.js';
import { statisticsPage } from './screens/statistics-page.js';
import { StatisticsCommand } from './statistics-command.js';
import { yearFlag } from './year-flag.js';

export const formStatisticsFlags = { year: yearFlag(), compare: yearFlag(), explain: Flags.string({ helpValue: 'CELL' }), blank: Flags.boolean() };

interface Given {
  readonly year?: string;
  readonly compare?: string;
  readonly explain?: string;
  readonly blank: boolean;
}

/** What `--json` prints; a blank form holds no numbers. */
export type ShownStatistics = (StatisticsView & { readonly printed?: PrintedStatistics }) | { readonly statistics: string; readonly printed: PrintedStatistics };

/** A statistical form of one year, beside another where asked. */
export abstract class FormStatisticsCommand<T extends typeof Command> extends StatisticsCommand<T> {
  protected abstract readonly form: StatisticsId;

  async run(): Promise<ShownStatistics> {
    const { year, compare, explain, blank } = this.flags as unknown as Given;
    if (blank) return this.#blank({ '--year': year, '--compare': compare, '--explain': explain });
    const view = await showStatistics(this.desk, { id: this.form, year, compare, explain });
    this.print(...statisticsPage(view, this.language, this.say, this.width));
    const isBlank = view.footing.kind === 'undecided';
    const sheet = isBlank ? blankSheet(loadStatistics(this.desk.program, this.form), this.paperSay) : statisticsSheet(view, this.paperSay);
    const written = await this.writeFile(sheet, isBlank);
    this.next(this.#nextStep(view, written.printed));
    return this.finish({ ...view, ...written });
  }

  async #blank(others: Readonly<Record<string, string | undefined>>): Promise<ShownStatistics> {
    const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
    if (other !== undefined) throw new AppError('usage-flags-conflict', { detail: `--blank, ${other}` });
    const sheet = blankSheet(loadStatistics(this.desk.program, this.form), this.paperSay);
    const printed = await this.writeTo(this.flags.output ?? `${this.form}-blank.pdf`, sheet, true);
    return this.finish({ statistics: this.form, printed });
  }

  #nextStep(view: StatisticsView, printed: PrintedStatistics | undefined): string {
    if (printed?.issued !== undefined) return `zicha report verify "${printed.path}"`;
    if (view.footing.kind === 'undecided') return `zicha stats ${view.statistics} --blank`;
    const open = view.groups.flatMap(({ cells }) => cells).find(({ figures }) => figures.some(({ why }) => why?.code === 'rows-incomplete'));
    return open === undefined || view.explained !== undefined ? `zicha stats ${view.statistics} --output ${view.statistics}.xlsx` : `zicha stats ${view.statistics} --explain ${open.id}`;
  }
}
