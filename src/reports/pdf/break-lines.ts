// Closing marks never begin a line, opening marks never end one.
const notFirst = /^[，。、；：？！）〕】》〉」』”’…—·％%,.;:?!)\]}]/u;
const notLast = /[（〔【《〈「『“‘([{]$/u;
/** The last character of a line with the closing marks behind it. */
const tail = /.[，。、；：？！）〕】》〉」』”’…—·％%,.;:?!)\]}]*$/u;
/** The same where a word or a code such as W-2026-0041 stands last: it stays whole. */
const wordTail = /[A-Za-z0-9_./:@#&+=~$*-]+[，。、；：？！）〕】》〉」』”’…—·％%,.;:?!)\]}]*$/u;

/** How wide a piece of text is, in points. */
export type Measure = (text: string) => number;

/** Lines no wider than `width` points: Chinese breaks between characters, Latin words and numbers stay whole where they fit. One closing mark may hang over the end. */
export function breakLines(text: string, width: number, measure: Measure): readonly string[] {
  return printableText(text)
    .split('\n')
    .flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

/** Control characters, direction marks and the like are not for paper. */
export function printableText(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ');
}

function breakParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(paragraph, width, measure)) {
    const held = used + piece.width > width + slack && line !== '' ? heldBack(line, piece.text, used > width + slack) : undefined;
    if (held !== undefined) {
      lines.push(line.slice(0, line.length - held.length).trimEnd());
      line = held;
      used = held === '' ? 0 : measure(held);
      if (piece.text === ' ') continue;
    }
    line += piece.text;
    used += piece.width;
  }
  return [...lines, line.trimEnd()];
}

/** Sums of widths carry the dust of binary fractions. */
const slack = 0.01;

/** What goes over to the next line before `next`; undefined when `next` may hang over the end of this one. */
function heldBack(line: string, next: string, isHanging: boolean): string | undefined {
  if (!notFirst.test(next)) return notLast.exec(line)?.[0] ?? '';
  // A second mark would stand in the margin: the character before the marks goes with them.
  const held = isHanging ? heldTail(line) : line;
  return held === line ? undefined : held;
}

function heldTail(line: string): string {
  const word = wordTail.exec(line)?.[0];
  // A word that fills the line by itself was cut already.
  return word === undefined || word === line.trim() ? (tail.exec(line)?.[0] ?? '') : word;
}

interface Piece {
  readonly text: string;
  readonly width: number;
}

/** Latin words and numbers whole, all else character by character. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9_./:@#&+=~$*-]+|[^A-Za-z0-9_./:@#&+=~$*-]/gu) ?? [];
}

function pieces(paragraph: string, width: number, measure: Measure): Piece[] {
  return piecesOf(paragraph).flatMap((word) => {
    const whole = { text: word, width: measure(word) };
    // A word that is wider than the line is cut where it must be.
    return whole.width <= width ? whole : [...word].map((character) => ({ text: character, width: measure(character) }));
  });
}
