import { Flags } from '@oclif/core';
import { askInit } from '#cli/ask-init.js';
import { DeskCommand } from '#cli/desk-command.js';
import { AppError } from '#domain/app-error.js';
import { networkClasses, type StoreIdentity } from '#domain/identity.js';
import { initUnit, InitAnswers, readInitAnswers } from '#workflows/init-unit.js';

export default class Init extends DeskCommand<typeof Init> {
  static override flags = {
    unit: Flags.string(),
    mode: Flags.option({ options: ['non-classified', 'classified'] as const })(),
    network: Flags.option({ options: networkClasses })(),
    scope: Flags.option({ options: ['unit', 'department', 'machine'] as const })(),
    officer: Flags.string(),
    from: Flags.string({ helpValue: 'FILE' }),
  };

  async run(): Promise<StoreIdentity> {
    const identity = await initUnit(this.desk, await this.#answers());
    const mode = this.say(`mode.${identity.mode}`);
    this.print(this.say('init.done', { unit: identity.unit, mode, network: this.say(`network.${identity.network}`), folder: this.dataFolder }));
    this.next('zicha register import personnel FILE.csv');
    return this.finish(identity);
  }

  async #answers(): Promise<InitAnswers> {
    if (this.flags.from !== undefined) return readInitAnswers(this.flags.from);
    const { unit, mode, network, scope, officer } = this.flags;
    const given = { ...(unit && { unit }), ...(mode && { mode }), ...(network && { network }), ...(scope && { scope }), ...(officer && { officer }) };
    if (!this.mayAsk) {
      if (unit === undefined) throw new AppError('usage-needs-terminal', { flags: '--unit --mode --network' });
      const parsed = InitAnswers.safeParse(given);
      if (!parsed.success) throw new AppError('usage-invalid', { detail: parsed.error.issues.map((issue) => `--${issue.path.join('.')}`).join(', ') });
      return parsed.data;
    }
    return askInit(given, this.say);
  }
}
