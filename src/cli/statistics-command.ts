import type { Command } from '@oclif/core';
import { sayIn, type Say } from '#messages/say.js';
import type { StatisticsSheet } from '#domain/statistics.js';
import { printStatistics, type PrintedStatistics } from '#workflows/print-statistics.js';
import { DeskCommand } from './desk-command.js';

/** Statistics: shown on the screen, and written as a workbook or a paper where `--output` names one. */
export abstract class StatisticsCommand<T extends typeof Command> extends DeskCommand<T> {
  protected override get keepsOutputFlag(): boolean {
    return /\.(xlsx|pdf)$/i.test(this.flags.output ?? '');
  }

  /** Papers and workbooks are always in Chinese. */
  protected get paperSay(): Say {
    return sayIn('zh-CN');
  }

  /** Writes the file that was asked for, if any. */
  protected async writeFile(sheet: StatisticsSheet, isBlank = false): Promise<{ readonly printed?: PrintedStatistics }> {
    return this.flags.output !== undefined && this.keepsOutputFlag ? { printed: await this.writeTo(this.flags.output, sheet, isBlank) } : {};
  }

  protected async writeTo(file: string, sheet: StatisticsSheet, isBlank: boolean): Promise<PrintedStatistics> {
    const printed = await printStatistics(this.desk, sheet, file, isBlank);
    this.print(this.say(printed.blank ? 'stats.written-blank' : 'stats.written', { title: sheet.title, path: printed.path }));
    if (printed.issued !== undefined) this.print(this.say('stats.issued', { number: printed.issued.number, code: printed.issued.checkCode }));
    for (const warning of printed.warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    return printed;
  }
}
