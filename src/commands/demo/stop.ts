import { DeskCommand } from '#cli/desk-command.js';
import { stopDemo } from '#workflows/demo-office.js';

export default class DemoStop extends DeskCommand<typeof DemoStop> {
  static override examples = ['demo stop'];

  async run(): Promise<{ readonly removed: string }> {
    const removed = await stopDemo(this.demoDesk);
    this.print(this.say('demo.removed', { folder: removed }));
    return this.finish({ removed });
  }
}
