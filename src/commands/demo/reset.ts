import { demoNight, type DemoNight } from '#agent/demo-night.js';
import { DemoCommand } from '#cli/demo-command.js';
import { agentStatusPage } from '#cli/screens/agent-status-page.js';
import { showDemo } from '#cli/show-demo.js';
import { resetDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoReset extends DemoCommand<typeof DemoReset> {
  async run(): Promise<DemoOutcome & DemoNight> {
    const shown = await showDemo((watch) => resetDemo(this.demoDesk, watch), this.say, this.silent);
    const night = await demoNight({ ...this.setting, desk: this.demoDesk });
    this.showOutcome(shown, agentStatusPage(night.status, this.say, this.width));
    return this.finish({ ...shown.demo, ...night });
  }
}
