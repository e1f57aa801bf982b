import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { inspectionPage } from '#cli/screens/inspection-page.js';
import { showInspection, type InspectionView } from '#workflows/show-inspections.js';

export default class InspectionShow extends DeskCommand<typeof InspectionShow> {
  static override args = { number: Args.string({ required: true }) };

  async run(): Promise<InspectionView> {
    const view = await showInspection(this.desk, this.args.number);
    this.print(...inspectionPage(view, this.say, this.width));
    this.next(view.inspection.state === 'planned' ? `zicha inspection record ${view.inspection.number}` : `zicha report inspection --inspection ${view.inspection.number}`);
    return this.finish(view);
  }
}
