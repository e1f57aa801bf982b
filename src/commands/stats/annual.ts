import { FormStatisticsCommand, formStatisticsFlags } from '#cli/form-statistics-command.js';

export default class StatsAnnual extends FormStatisticsCommand<typeof StatsAnnual> {
  static override flags = formStatisticsFlags;
  protected readonly form = 'annual';
}
