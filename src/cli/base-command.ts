import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, type Interfaces } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { exitCodes, type ExitName } from '#domain/exit-code.js';
import { sayIn, type Language, type Say } from '#messages/say.js';
import { describeError, errorLines } from './describe-error.js';
import { globalFlags } from './global-flags.js';
import { fromParser } from './parser-errors.js';
import { safeLine } from './safe-line.js';
import { defaultDataFolder, isInteractive, jsonAsked, languageOf } from './surroundings.js';

type FlagsOf<T extends typeof Command> = Interfaces.InferredFlags<(typeof BaseCommand)['baseFlags'] & T['flags']>;
type ArgsOf<T extends typeof Command> = Interfaces.InferredArgs<T['args']>;

/** Base of every command: global flags, words, one result on stdout, everything else on stderr, honest exit codes. */
export abstract class BaseCommand<T extends typeof Command> extends Command {
  static override enableJsonFlag = true;
  static override baseFlags = globalFlags;

  protected flags!: FlagsOf<T>;
  protected args!: ArgsOf<T>;
  protected say!: Say;
  protected language!: Language;
  readonly #lines: string[] = [];
  // An error may come before the command line has been understood.
  #isParsed = false;

  override async init(): Promise<void> {
    await super.init();
    this.language = languageOf(this.argv);
    this.say = sayIn(this.language);
    const { args, flags } = await this.parse({
      flags: this.ctor.flags,
      baseFlags: (super.ctor as typeof BaseCommand).baseFlags,
      enableJsonFlag: this.ctor.enableJsonFlag,
      args: this.ctor.args,
      strict: this.ctor.strict,
    });
    this.flags = flags as FlagsOf<T>;
    this.args = args as ArgsOf<T>;
    this.#isParsed = true;
  }

  override jsonEnabled(): boolean {
    return jsonAsked(this.argv);
  }

  /** Folder of the records: `--data`, ZICHA_DATA, else the user's own. */
  protected get dataFolder(): string {
    return resolve(this.flags.data ?? defaultDataFolder());
  }

  /** Columns to draw tables in. */
  protected get width(): number {
    return process.stdout.isTTY ? Math.max(60, process.stdout.columns) : 80;
  }

  protected get mayAsk(): boolean {
    return !this.flags['no-input'] && !this.jsonEnabled() && isInteractive();
  }

  /** Part of the result: stdout, or the file of `--output`. */
  protected print(...lines: readonly string[]): void {
    if (this.jsonEnabled()) return;
    const safe = lines.map(safeLine);
    if (this.flags.output === undefined || this.keepsOutputFlag) process.stdout.write(safe.map((line) => `${line}\n`).join(''));
    else this.#lines.push(...safe);
  }

  /** Everything that is not the result: stderr, silent with `--quiet`. */
  protected note(...lines: readonly string[]): void {
    if (!this.flags.quiet) process.stderr.write(lines.map((line) => `${safeLine(line)}\n`).join(''));
  }

  /** The last line of a command: what to do next. */
  protected next(command: string): void {
    if (!this.jsonEnabled()) this.note(`${this.say('label.next')}  ${command}${this.dataHint}`);
  }

  /** The result of the command, in the words of `--json`; the exit code is set, never thrown. */
  protected finish<R extends object>(result: R, exit: ExitName = 'done'): R {
    process.exitCode = exitCodes[exit];
    if (this.mark !== undefined) this.print(this.mark);
    if (this.flags.output !== undefined && !this.keepsOutputFlag) this.#write(this.flags.output, result);
    return result;
  }

  /** True where `--output` names a file that the command itself writes (a paper). */
  protected get keepsOutputFlag(): boolean {
    return false;
  }

  /** Last line of what is shown, e.g. that it is demo data. */
  protected get mark(): string | undefined {
    return undefined;
  }

  override logJson(json: unknown): void {
    const toFile = this.#isParsed && this.flags.output !== undefined && !this.keepsOutputFlag && !isFailure(json);
    if (!toFile) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  }

  protected override catch(error: unknown): Promise<void> {
    const say = sayIn(languageOf(this.argv));
    const known = asAppError(error);
    const described = describeError(known, say);
    process.exitCode = described.exit;
    if (this.jsonEnabled()) this.logJson({ error: described });
    else process.stderr.write(errorLines(described, say).map((line) => `${safeLine(line)}\n`).join(''));
    if (this.argv.includes('--debug') || process.env['ZICHA_DEBUG'] === '1') process.stderr.write(`${stackOf(error)}\n`);
    return Promise.resolve();
  }

  private get dataHint(): string {
    return this.flags.data === undefined || process.env['ZICHA_DATA'] === this.flags.data ? '' : ` --data ${this.flags.data}`;
  }

  #write(file: string, result: object): void {
    const body = this.jsonEnabled() ? JSON.stringify(result, null, 2) : this.#lines.join('\n');
    try {
      writeFileSync(file, `${body}\n`, { mode: 0o600 });
    } catch (cause) {
      throw new AppError('output-not-writable', { file, detail: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
    }
  }
}

/** Any thrown thing as an error with a code; what is not ours is an internal error. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === 'ExitPromptError') return new AppError('interrupted');
  return fromParser(error) ?? new AppError('internal', { detail: error instanceof Error ? error.message : String(error) }, { cause: error });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.stack ?? ''}\n${error.cause.stack ?? ''}` : (error.stack ?? '');
}

function isFailure(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'error' in json;
}
