import { DeskCommand } from '#cli/desk-command.js';
import { surroundings } from '#cli/surroundings.js';
import { doctorPage } from '#cli/screens/doctor-page.js';
import { diagnose, type Diagnosis } from '#workflows/diagnose.js';

export default class Doctor extends DeskCommand<typeof Doctor> {
  async run(): Promise<Diagnosis> {
    const diagnosis = await diagnose(this.desk, surroundings());
    this.print(...doctorPage(diagnosis, this.say));
    const bad = diagnosis.checks.filter((check) => check.state === 'bad');
    this.next(bad.length === 0 ? 'zicha status' : 'zicha init');
    const damaged = bad.some((check) => check.code === 'store-damaged');
    return this.finish(diagnosis, bad.length === 0 ? 'done' : damaged ? 'damaged' : 'notReady');
  }
}
