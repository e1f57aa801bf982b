import { AppError } from '#domain/app-error.js';
import { globalFlags } from './global-flags.js';

/** Flags that stand where a command belongs and are one themselves. */
const pages: readonly string[] = ['--help', '-h', '--version'];

/** The command line with global flags that stand before the command put behind it, where the framework looks for them; flags of one command only cannot stand there. */
export function flagsBehind(argv: readonly string[]): readonly string[] {
  const before = leadingFlags(argv);
  const rest = argv.slice(before.length);
  const [first] = rest;
  if (before.length === 0 && first === undefined) return argv;
  if (first === undefined) return ['--help', ...before];
  if (pages.includes(first)) return [...rest, ...before];
  if (isFlag(first)) throw new AppError('usage-flag-first', { name: first.split('=')[0] ?? first });
  const end = rest.findIndex(isFlag);
  return end === -1 ? [...rest, ...before] : [...rest.slice(0, end), ...before, ...rest.slice(end)];
}

function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function leadingFlags(argv: readonly string[]): readonly string[] {
  let length = 0;
  while (length < argv.length) {
    const taken = wordsOf(argv[length] ?? '');
    if (taken === 0) break;
    length += taken;
  }
  return argv.slice(0, length);
}

// How many words a global flag takes: itself, and its value where that does not hang on it; 0 for anything else.
function wordsOf(word: string): number {
  const name = word.split('=')[0] ?? '';
  const known = Object.entries(globalFlags).find(([key, flag]) => name === `--${key}` || ('char' in flag && name === `-${flag.char}`));
  if (known === undefined) return 0;
  return known[1].type === 'option' && !word.includes('=') ? 2 : 1;
}
