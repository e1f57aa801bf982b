import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { checkLines } from '#cli/screens/check-lines.js';
import type { ExitName } from '#domain/exit-code.js';
import { checkBooks, type BooksCheck } from '#workflows/check-registers.js';

export default class RegisterCheck extends DeskCommand<typeof RegisterCheck> {
  static override args = { kind: Args.string() };

  async run(): Promise<BooksCheck> {
    const check = await checkBooks(this.desk, this.args.kind);
    this.print(...checkLines(check, this.language, this.say, this.width));
    this.next(check.faults.length > 0 ? 'zicha register edit KIND KEY --set COLUMN=VALUE' : 'zicha register due');
    return this.finish(check, exitOf(check));
  }
}

// What this machine must not hold cannot be judged on it, and is not missing: that alone leaves nothing to do here.
function exitOf({ faults, open }: BooksCheck): ExitName {
  if (faults.length > 0) return 'findings';
  return open.some((rule) => rule.reasons.some((reason) => reason !== 'column-hidden')) ? 'incomplete' : 'done';
}
