import { DemoCommand } from '#cli/demo-command.js';
import { stopDemo } from '#workflows/demo-office.js';

export default class DemoStop extends DemoCommand<typeof DemoStop> {
  async run(): Promise<{ readonly removed: string }> {
    const removed = await stopDemo(this.demoDesk);
    this.print(this.say('demo.removed', { folder: removed }));
    this.next('zicha init');
    return this.finish({ removed });
  }
}
