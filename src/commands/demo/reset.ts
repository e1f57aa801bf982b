import { DeskCommand } from '#cli/desk-command.js';
import { showDemo } from '#cli/show-demo.js';
import { resetDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoReset extends DeskCommand<typeof DemoReset> {
  static override examples = ['demo reset'];

  async run(): Promise<DemoOutcome> {
    const outcome = await showDemo((watch) => resetDemo(this.demoDesk, watch), this.say, this.flags.quiet || this.jsonEnabled());
    this.print(...outcome.screen(this.width));
    this.note(`${this.say('label.next')}  zicha status --data "${this.demoDesk.folder}"`, `        zicha demo stop${this.flags.data === undefined ? '' : ` --data "${this.flags.data}"`}`);
    return this.finish(outcome.demo);
  }
}
