import { HelpBase, type Command } from '@oclif/core';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';
import { sayIn, type Say } from '#messages/say.js';
import { labelled } from './labelled.js';
import { languageOf } from './surroundings.js';
import { wrap } from './wrap.js';

/** All help pages, from the catalogue: nothing of the framework's English reaches the screen. */
export default class ZichaHelp extends HelpBase {
  #say: Say = sayIn('zh-CN');

  override showHelp(argv: string[]): Promise<void> {
    this.#say = sayIn(languageOf(argv));
    const words = argv.filter((each) => !each.startsWith('-') && each !== 'help' && each !== this.#languageValue(argv)).flatMap((each) => each.split(':'));
    // The longest beginning that is a command; what follows it are arguments.
    const ids = words.map((_word, index) => words.slice(0, words.length - index).join(':'));
    const command = ids.map((id) => this.config.findCommand(id)).find((found) => found !== undefined);
    if (command !== undefined) return this.showCommandHelp(command);
    const topic = words[0];
    const known = this.config.commandIDs.some((id) => topic !== undefined && id.startsWith(`${topic}:`));
    process.stdout.write(`${(known && topic !== undefined ? this.#topicPage(topic) : this.#rootPage()).join('\n')}\n`);
    return Promise.resolve();
  }

  override showCommandHelp(command: Command.Loadable): Promise<void> {
    process.stdout.write(`${this.#commandPage(command).join('\n')}\n`);
    return Promise.resolve();
  }

  #languageValue(argv: readonly string[]): string | undefined {
    const at = argv.indexOf('--lang');
    return at === -1 ? undefined : argv[at + 1];
  }

  #rootPage(): string[] {
    const say = this.#say;
    const ids = [...this.config.commandIDs].sort();
    const top = ids.filter((id) => !id.includes(':')).map((id) => [id, this.#word(`command.${id}`)] as const);
    const topics = [...new Set(ids.filter((id) => id.includes(':')).map((id) => id.split(':')[0] ?? ''))];
    const rows = [...top, ...topics.map((topic) => [topic, this.#word(`topic.${topic}`)] as const)].sort(([left], [right]) => left.localeCompare(right));
    const usage = `  zicha ${say('help.command-word')} [${say('help.flags-word')}]`;
    return [
      ...wrap(say('help.tagline'), screenWidth), '',
      say('help.usage'), usage, '',
      say('help.commands'), ...aligned(rows), '',
      say('help.global-flags'), ...this.#globalRows(), '',
      say('help.exit-codes'), ...wrap(say('help.exit-codes-line'), screenWidth - 2).map((line) => `  ${line}`), '',
      say('help.more'),
    ];
  }

  #topicPage(topic: string): string[] {
    const ids = this.config.commandIDs.filter((id) => id.startsWith(`${topic}:`)).sort();
    const rows = ids.map((id) => [id.replaceAll(':', ' '), this.#word(`command.${id}`)] as const);
    return [this.#word(`topic.${topic}`), '', this.#say('help.usage'), `  zicha ${topic} ${this.#say('help.command-word')} [${this.#say('help.flags-word')}]`, '', this.#say('help.commands'), ...aligned(rows), '', this.#say('help.more')];
  }

  #commandPage(command: Command.Loadable): string[] {
    const say = this.#say;
    const args = Object.values(command.args);
    const own = Object.values(command.flags).filter((flag) => flag.helpGroup !== 'GLOBAL' && flag.hidden !== true);
    const usage = ['zicha', command.id.replaceAll(':', ' '), ...args.map((arg) => (arg.required === true ? arg.name.toUpperCase() : `[${arg.name.toUpperCase()}]`)), `[${say('help.flags-word')}]`];
    return [
      this.#word(`command.${command.id}`), '',
      say('help.usage'), `  ${usage.join(' ')}`, '',
      ...section(say('help.arguments'), args.map((arg) => [arg.name.toUpperCase(), this.#argText(arg)] as const)),
      ...section(say('help.flags'), own.map((flag) => [flagName(flag), this.#flagText(flag, command.id)] as const)),
      ...examples(say('help.examples'), this.#word(`example.${command.id}`)),
      say('help.global-flags'), ...this.#globalRows(command),
    ];
  }

  #globalRows(command?: Command.Loadable): string[] {
    const any = command ?? this.config.commands[0];
    const flags = Object.values(any?.flags ?? {}).filter((flag) => flag.helpGroup === 'GLOBAL');
    return aligned(flags.map((flag) => [flagName(flag), this.#flagText(flag)] as const));
  }

  #argText(arg: Command.Arg.Any): string {
    const choices = arg.options === undefined ? '' : `（${this.#say('help.options', { values: arg.options.join(' | ') })}）`;
    return `${this.#word(`arg.${arg.name}`)}${choices}`;
  }

  #flagText(flag: Command.Flag.Any, command = ''): string {
    // A flag that means something else here has words of its own.
    const own = `flag.${command}.${flag.name}`;
    const words = this.#word(own in zhCn ? own : `flag.${flag.name}`);
    const notes = [
      flag.required === true ? this.#say('help.required') : '',
      flag.type === 'option' && flag.options !== undefined ? this.#say('help.options', { values: flag.options.join(' | ') }) : '',
      flag.env === undefined ? '' : this.#say('help.variable', { name: flag.env }),
    ].filter((note) => note !== '');
    return notes.length === 0 ? words : `${words}  [${notes.join('; ')}]`;
  }

  // Ids come from the command folder; a test holds them all against the catalogue.
  #word(key: string): string {
    return key in zhCn ? this.#say(key as MessageKey) : key;
  }
}

type TwoColumns = readonly (readonly [string, string])[];

function section(title: string, rows: TwoColumns): string[] {
  return rows.length === 0 ? [] : [title, ...aligned(rows), ''];
}

function examples(title: string, lines: string): string[] {
  return [title, ...lines.split('\n').map((line) => `  zicha ${line}`), ''];
}

const screenWidth = 80;

function aligned(rows: TwoColumns): string[] {
  return labelled(rows, screenWidth, '  ');
}

function flagName(flag: Command.Flag.Any): string {
  const char = flag.char === undefined ? '' : `-${flag.char}, `;
  const value = flag.type === 'option' ? `=${flag.helpValue === undefined ? 'VALUE' : String(flag.helpValue)}` : '';
  return `${char}--${flag.name}${value}`;
}
