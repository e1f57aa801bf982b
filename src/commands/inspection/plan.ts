import { DeskCommand } from '#cli/desk-command.js';
import { inspectionPlanPage } from '#cli/screens/inspection-page.js';
import { yearFlag } from '#cli/year-flag.js';
import { showInspectionPlan, type InspectionPlan } from '#workflows/show-inspections.js';

export default class InspectionPlanShow extends DeskCommand<typeof InspectionPlanShow> {
  static override flags = { year: yearFlag() };

  async run(): Promise<InspectionPlan> {
    const plan = await showInspectionPlan(this.desk, this.flags.year);
    this.print(...inspectionPlanPage(plan, this.say, this.width));
    const ahead = plan.inspections.find(({ inspection }) => inspection.state === 'planned');
    this.next(ahead === undefined ? 'zicha inspection add' : `zicha inspection record ${ahead.inspection.number}`);
    return this.finish(plan);
  }
}
