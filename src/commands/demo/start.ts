import { DemoCommand } from '#cli/demo-command.js';
import { showDemo } from '#cli/show-demo.js';
import { startDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoStart extends DemoCommand<typeof DemoStart> {
  async run(): Promise<DemoOutcome> {
    const shown = await showDemo((watch) => startDemo(this.demoDesk, watch), this.say, this.silent);
    this.showOutcome(shown);
    return this.finish(shown.demo);
  }
}
