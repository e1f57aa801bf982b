import { FormStatisticsCommand, formStatisticsFlags } from '#cli/form-statistics-command.js';

export default class StatsClassification extends FormStatisticsCommand<typeof StatsClassification> {
  static override flags = formStatisticsFlags;
  protected readonly form = 'classification';
}
