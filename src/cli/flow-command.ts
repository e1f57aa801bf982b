import type { Command } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { IsoDay } from '#domain/primitives.js';
import type { Say } from '#messages/say.js';
import type { FlowOutcome } from '#workflows/carrier-moves.js';
import { DeskCommand } from './desk-command.js';
import { flowLines } from './screens/flow-lines.js';

/** A flow over the books: at a terminal it asks for what was not given, elsewhere it names the flag that is missing. */
export abstract class FlowCommand<T extends typeof Command> extends DeskCommand<T> {
  /** What the flow cannot do without. */
  protected async need(flag: string): Promise<string> {
    return this.flagText(flag) ?? this.ask(flag, () => true);
  }

  /** The same for a day. */
  protected async needDay(flag: string): Promise<string> {
    return this.flagText(flag) ?? this.ask(flag, (text) => IsoDay.safeParse(text).success);
  }

  /** The same for several: asked with blanks between them. */
  protected async needSeveral(flag: string): Promise<readonly string[]> {
    const given = this.given(flag);
    if (Array.isArray(given) && given.length > 0) return given as readonly string[];
    return (await this.ask(flag, () => true)).split(/[\s,]+/).filter((each) => each !== '');
  }

  /** The same for a count. */
  protected async needCount(flag: string): Promise<number> {
    const given = this.given(flag);
    return typeof given === 'number' ? given : Number(await this.ask(flag, (text) => /^\d{1,6}$/.test(text)));
  }

  /** The same for yes or no. */
  protected async needAnswer(flag: string): Promise<boolean> {
    const given = this.given(flag);
    if (typeof given === 'boolean') return given;
    this.refuseSilence(flag);
    const { confirm } = await import('@inquirer/prompts');
    return confirm({ message: this.words(flag) });
  }

  protected tell(outcome: FlowOutcome): FlowOutcome {
    this.print(...flowLines(outcome, this.say, this.width));
    const [carrier] = outcome.carriers;
    this.next(carrier === undefined ? 'zicha register list waste-paper' : `zicha register show carriers ${carrier}`);
    return this.finish(outcome);
  }

  private given(flag: string): unknown {
    return (this.flags as Readonly<Record<string, unknown>>)[flag];
  }

  private flagText(flag: string): string | undefined {
    const given = this.given(flag);
    return typeof given === 'string' && given !== '' ? given : undefined;
  }

  private async ask(flag: string, isGood: (text: string) => boolean): Promise<string> {
    this.refuseSilence(flag);
    const { input } = await import('@inquirer/prompts');
    return input({ message: this.words(flag), required: true, validate: isGood });
  }

  private refuseSilence(flag: string): void {
    if (!this.mayAsk) throw new AppError('usage-missing-flag', { name: `--${flag}` });
  }

  // Every flag has its words in the catalogue; a test holds them all against it.
  private words(flag: string): string {
    return this.say(`flag.${flag}` as Parameters<Say>[0]);
  }
}
