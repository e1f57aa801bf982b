import { CheckSheetCommand, checkSheetFlags } from '#cli/check-sheet-command.js';

export default class ReportHoliday extends CheckSheetCommand<typeof ReportHoliday> {
  static override flags = checkSheetFlags;
  protected readonly kind = 'holiday';
}
