import { CheckSheetCommand, checkSheetFlags } from '#cli/check-sheet-command.js';

export default class ReportStaffSheet extends CheckSheetCommand<typeof ReportStaffSheet> {
  static override flags = checkSheetFlags;
  protected readonly kind = 'staff-sheet';
}
