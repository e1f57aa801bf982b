import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { languages, type Language } from '#messages/say.js';
import type { Door } from '#workflows/door.js';

/** The one place that reads the clock, randomness and the environment for commands. */
export const realDoor: Door = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
};

/** Folder of one user's records when neither `--data` nor ZICHA_DATA is given. */
export function defaultDataFolder(): string {
  const local = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.env['XDG_STATE_HOME'];
  return join(local ?? join(homedir(), '.local', 'state'), 'zicha');
}

/** Language before flags are parsed (help, unknown commands): `--lang`, then ZICHA_LANG, else Chinese. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const asked = at === -1 ? process.env['ZICHA_LANG'] : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return languages.find((language) => language === asked) ?? 'zh-CN';
}

/** Is JSON asked for, by flag or by variable? */
export function jsonAsked(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  return own.includes('--json') || process.env['ZICHA_JSON'] === '1' || process.env['ZICHA_JSON'] === 'true';
}

/** May a person be asked? Only with a terminal on both sides. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** What this program runs on, for `doctor`. */
export function surroundings(): { readonly node: string; readonly platform: string; readonly privileged: boolean } {
  return { node: process.version, platform: `${process.platform}-${process.arch}`, privileged: process.getuid?.() === 0 };
}
