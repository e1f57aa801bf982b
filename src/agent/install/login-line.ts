import { join } from 'node:path';
import { markOf } from './entry.js';

/** `profile` with a block that shows the newest result at a text login; a block of the same records is replaced. */
export function withLoginLine(profile: string, folder: string): string {
  const rest = withoutLoginLine(profile, folder);
  const isWhole = rest === '' || rest.endsWith('\n');
  return `${rest}${isWhole ? begin(folder) : beginAfterBreak(folder)}${body(folder)}${end(folder)}`;
}

/** `profile` without the block of these records; all else to the byte. */
export function withoutLoginLine(profile: string, folder: string): string {
  const found = [beginAfterBreak(folder), begin(folder)].map((line) => profile.indexOf(line)).find((at) => at !== -1);
  const last = found === undefined ? -1 : profile.indexOf(end(folder), found);
  return found === undefined || last === -1 ? profile : profile.slice(0, found) + profile.slice(last + end(folder).length);
}

// Built-in words of the shell only: nothing is started, and nothing is printed where nobody reads it.
function body(folder: string): string {
  const file = shellWord(join(folder, 'agent', 'latest.txt'));
  return `if [ -t 1 ] && [ -r ${file} ]; then IFS= read -r zicha_line < ${file} && printf '%s\\n' "$zicha_line"; unset zicha_line; fi\n`;
}

function begin(folder: string): string {
  return `# >>> ${markOf(folder)} >>>\n`;
}

// The line break before it is ours too, and goes with it.
function beginAfterBreak(folder: string): string {
  return `\n# >>> ${markOf(folder)} >>> +\n`;
}

function end(folder: string): string {
  return `# <<< ${markOf(folder)} <<<\n`;
}

/** A word that the shell takes literally. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
