import type { Tree } from './tree.js';

// Built from parts, so that this file does not hold what it looks for.
const machinePath = new RegExp(`(?<![\\w.*-])/(${['work', 'farm', 'Users'].join('|')})/[\\w.-]`);
const unfinished = new RegExp(`\\b(${['TO', 'FIX'].map((start) => start + (start === 'TO' ? 'DO' : 'ME')).join('|')})\\b`);

/** Paths of the machine on which something was written, and words of unfinished work, as `file:line: text`. */
export function foreignWords(tree: Tree): readonly string[] {
  return [...tree].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        machinePath.test(line) || unfinished.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 80)}`] : [],
      ),
  );
}
