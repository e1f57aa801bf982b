import { CheckSheetCommand, checkSheetFlags } from '#cli/check-sheet-command.js';

export default class ReportDepartmentSheet extends CheckSheetCommand<typeof ReportDepartmentSheet> {
  static override flags = checkSheetFlags;
  protected readonly kind = 'department-sheet';
}
