import { markingPatterns } from '#messages/marking-spellings.js';

/** How many lines are the head of a text, where a paper has its level. */
const headLines = 5;
const headCharacters = 4096;

/** True when a file name or a title carries a classification marking. */
export function isMarkedName(name: string): boolean {
  const { starred, asterisk, bracketed, alone, atEdge } = markingPatterns;
  const stem = plain(name).trim().replace(/(?:\.[A-Za-z0-9]{1,5})+$/, '');
  return [starred, asterisk, bracketed, alone, atEdge].some((pattern) => pattern.test(stem));
}

/** True when a text carries one: a level with its star anywhere, or a level alone in one of its first lines. */
export function isMarkedText(text: string): boolean {
  const { starred, asterisk, alone } = markingPatterns;
  const content = plain(text);
  return starred.test(content) || asterisk.test(content) || headOf(content).some((line) => alone.test(line));
}

function headOf(content: string): readonly string[] {
  const lines = content.slice(0, headCharacters).split(/[\r\n\f\u2028\u2029]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').slice(0, headLines);
}

// Full-width and half-width are one, and signs that nobody sees are none.
function plain(text: string): string {
  return text.normalize('NFKC').replace(markingPatterns.invisible, '');
}
