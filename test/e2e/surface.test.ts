import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { zhCn } from '#messages/zh-cn.js';
import { newDesk, root } from './zicha.js';

interface Manifest {
  readonly commands: Readonly<Record<string, { readonly flags: Record<string, { options?: string[]; required?: boolean; env?: string; multiple?: boolean }>; readonly args: Record<string, { required?: boolean }> }>>;
}

const { commands } = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as Manifest;
const desk = newDesk();
const han = /\p{Script=Han}/u;

/** Every command, argument and flag, a line each: what integrators rely on. */
function surface(): string {
  const lines = Object.entries(commands).sort(([left], [right]) => (left < right ? -1 : 1)).flatMap(([id, { args, flags }]) => [
    ['zicha', ...id.split(':'), ...Object.entries(args).map(([name, arg]) => (arg.required ? name.toUpperCase() : `[${name.toUpperCase()}]`))].join(' '),
    ...Object.entries(flags).sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, flag]) => `    --${name}${flag.required ? ' (required)' : ''}${flag.multiple ? ' (repeatable)' : ''}${flag.options ? ` ${flag.options.join('|')}` : ''}${flag.env ? ` [${flag.env}]` : ''}`),
  ]);
  return `${lines.join('\n')}\n`;
}

describe('the surface of the program', () => {
  it('is the reviewed one', async () => {
    await expect(surface()).toMatchFileSnapshot(join(root, 'test/golden/command-surface.txt'));
  });

  it('has words for every command, topic, argument, flag and example', () => {
    const words = Object.entries(commands).flatMap(([id, { args, flags }]) => [
      `command.${id}`, `example.${id}`, ...(id.includes(':') ? [`topic.${id.split(':')[0] ?? ''}`] : []),
      ...Object.keys(args).map((name) => `arg.${name}`), ...Object.keys(flags).map((name) => `flag.${name}`),
    ]);
    expect([...new Set(words)].filter((word) => !(word in zhCn))).toEqual([]);
  });

  it('gives every command the global flags, each also as a variable', () => {
    for (const { flags } of Object.values(commands)) {
      expect(flags).toMatchObject({ json: { env: 'ZICHA_JSON' }, output: { env: 'ZICHA_OUTPUT' }, quiet: {}, verbose: {}, debug: {}, 'no-input': {}, lang: { env: 'ZICHA_LANG' }, data: { env: 'ZICHA_DATA' } });
    }
  });
});

describe('help', () => {
  it('is Chinese to the section titles', () => {
    const { stdout } = desk.run('--help');
    for (const title of ['用法', '命令', '通用选项', '退出码']) expect(stdout).toContain(title);
    for (const word of ['USAGE', 'COMMANDS', 'TOPICS', 'FLAGS', 'DESCRIPTION']) expect(stdout).not.toContain(word);
  });

  it.each([
    [zhCn['help.tagline'], 'help'],
    [zhCn['topic.assess'], 'help', 'assess'],
    [zhCn['topic.assess'], 'assess', '--help'],
    [zhCn['command.finding:verify'], 'help', 'finding', 'verify'],
    [zhCn['command.finding:verify'], 'finding', 'verify', '--help'],
    [zhCn['command.status'], '--lang', 'zh-CN', 'status', '-h'],
  ])('%s: %s %s %s %s', (title, ...args) => {
    const { exit, stdout } = desk.run(...args);
    expect(exit).toBe(0);
    expect(stdout.split('\n')[0]).toBe(title);
  });

  it('is English without a Chinese character when asked', () => {
    for (const args of [['--help'], ['assess', '--help'], ...Object.keys(commands).slice(0, 4).map((id) => [...id.split(':'), '--help'])]) {
      expect(han.test(desk.run(...args, '--lang', 'en').stdout)).toBe(false);
    }
    expect(desk.runWith({ ZICHA_LANG: 'en' }, '--help').stdout).toContain('Usage');
  });

  it.each([['--help'], ['assess', 'run', '--help'], ['report', 'self-assessment', '--help']])('fits a terminal of 80 columns: %s %s %s', (...args) => {
    for (const language of ['zh-CN', 'en']) {
      const wide = desk.run(...args, '--lang', language).stdout.split('\n').filter((line) => stringWidth(line) > 80);
      expect(wide).toEqual([]);
    }
  });
});
