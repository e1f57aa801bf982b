import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { writeBlankOpinions } from '#workflows/import-opinions.js';

export default class SupervisionSheet extends DeskCommand<typeof SupervisionSheet> {
  static override args = { number: Args.string({ required: true }), file: Args.string({ required: true }) };

  async run(): Promise<{ readonly path: string }> {
    const written = await writeBlankOpinions(this.desk, this.args.number, this.args.file);
    this.print(this.say('supervision.sheet-written', { path: written.path }));
    this.next(`zicha supervision import ${this.args.number} ${this.args.file}`);
    return this.finish(written);
  }
}
