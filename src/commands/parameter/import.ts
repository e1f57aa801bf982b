import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Parameter } from '#domain/parameter.js';
import { readParameterFile } from '#workflows/import-parameters.js';
import { setParameters } from '#workflows/set-parameter.js';

export default class ParameterImport extends DeskCommand<typeof ParameterImport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<{ readonly parameters: readonly Parameter[] }> {
    const parameters = await setParameters(this.desk, readParameterFile(this.args.file), this.flags.by);
    this.print(this.say('parameter.recorded', { count: parameters.length }));
    this.next('zicha parameter list');
    return this.finish({ parameters });
  }
}
