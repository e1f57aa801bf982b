import { demoNight, type DemoNight } from '#agent/demo-night.js';
import { DemoCommand } from '#cli/demo-command.js';
import { agentStatusPage } from '#cli/screens/agent-status-page.js';
import { showDemo } from '#cli/show-demo.js';
import { startDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoStart extends DemoCommand<typeof DemoStart> {
  async run(): Promise<DemoOutcome & DemoNight> {
    const shown = await showDemo((watch) => startDemo(this.demoDesk, watch), this.say, this.silent);
    const night = await demoNight({ ...this.setting, desk: this.demoDesk });
    this.showOutcome(shown, agentStatusPage(night.status, this.say, this.width));
    return this.finish({ ...shown.demo, ...night });
  }
}
