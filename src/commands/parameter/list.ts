import { DeskCommand } from '#cli/desk-command.js';
import { parameterRows } from '#cli/screens/parameter-rows.js';
import { listParameters, type ParameterLine } from '#workflows/list-parameters.js';

export default class ParameterList extends DeskCommand<typeof ParameterList> {
  async run(): Promise<{ readonly parameters: readonly ParameterLine[] }> {
    const parameters = await listParameters(this.desk);
    this.print(...parameterRows(parameters, this.say, this.width));
    this.next('zicha parameter set');
    return this.finish({ parameters });
  }
}
