import { DemoCommand } from '#cli/demo-command.js';
import { showDemo } from '#cli/show-demo.js';
import { resetDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoReset extends DemoCommand<typeof DemoReset> {
  async run(): Promise<DemoOutcome> {
    const shown = await showDemo((watch) => resetDemo(this.demoDesk, watch), this.say, this.silent);
    this.showOutcome(shown);
    return this.finish(shown.demo);
  }
}
