import { DeskCommand } from '#cli/desk-command.js';
import { showDemo } from '#cli/show-demo.js';
import { startDemo, type DemoOutcome } from '#workflows/demo-office.js';

export default class DemoStart extends DeskCommand<typeof DemoStart> {
  static override examples = ['demo start'];

  async run(): Promise<DemoOutcome> {
    const outcome = await showDemo((watch) => startDemo(this.demoDesk, watch), this.say, this.flags.quiet || this.jsonEnabled());
    this.print(...outcome.screen(this.width));
    this.note(`${this.say('label.next')}  zicha status --data "${this.demoDesk.folder}"`, `        zicha demo stop${this.flags.data === undefined ? '' : ` --data "${this.flags.data}"`}`);
    return this.finish(outcome.demo);
  }
}
