import { titleLineStarts, titleWords } from '#messages/title-words.js';
import { piecesOf, printableText, type Measure } from './break-lines.js';

const closing = /^[，。、；：？！）〕】》〉」』”’]/u;
const opening = /[（〔【《〈「『“‘]$/u;
const mostLines = 3;

/** A title over as few lines as it needs, in the shape that GB/T 9704 asks for: a trapezoid or a rhombus, never a rectangle or an hourglass. Undefined when it is too long for that. */
export function titleLines(text: string, width: number, measure: Measure): readonly string[] | undefined {
  const pieces = wordsOf(printableText(text).trim());
  if (measure(pieces.join('')) <= width) return [pieces.join('')];
  for (let count = 2; count <= mostLines; count += 1) {
    const best = bestCut(pieces, count, width, measure);
    if (best !== undefined) return best;
  }
  return undefined;
}

// Known words whole, and numbers with the character behind them: 2026 and its year are not parted.
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let last = '';
  for (let rest = text; rest !== ''; rest = rest.slice(last.length)) {
    last = titleWords.filter((word) => rest.startsWith(word)).sort((one, other) => other.length - one.length)[0] ?? piecesOf(rest)[0] ?? rest;
    const before = words.at(-1);
    if (before !== undefined && /\d$/.test(before)) words[words.length - 1] = `${before}${last}`;
    else words.push(last);
  }
  return words;
}

function bestCut(pieces: readonly string[], count: number, width: number, measure: Measure): readonly string[] | undefined {
  let best: { readonly lines: readonly string[]; readonly cost: number } | undefined;
  for (const ends of cuts(pieces, count)) {
    const lines = [...ends, pieces.length].map((end, index) => pieces.slice(index === 0 ? 0 : ends[index - 1], end).join(''));
    const widths = lines.map(measure);
    if (Math.max(...widths) > width || lines.some(isTorn)) continue;
    const cost = costOf(widths) - bonus * lines.slice(1).filter(startsWell).length;
    if (best === undefined || cost < best.cost) best = { lines, cost };
  }
  return best?.lines;
}

function* cuts(pieces: readonly string[], count: number, from = 1): Generator<readonly number[]> {
  if (count === 1) {
    yield [];
    return;
  }
  for (let end = from; end < pieces.length; end += 1) for (const rest of cuts(pieces, count - 1, end + 1)) yield [end, ...rest];
}

function isTorn(line: string): boolean {
  return closing.test(line) || opening.test(line);
}

/** How much a better beginning of a line weighs against its width. */
const bonus = 0.4;

function startsWell(line: string): boolean {
  return titleLineStarts.some((word) => line.startsWith(word));
}

/** The wanted step between a line and its neighbour, as a share of the longer one. */
const step = 0.2;

// Rectangles and hourglasses cost more than any trapezoid; after that, steps that are clear but not steep.
function costOf(widths: readonly number[]): number {
  const longest = Math.max(...widths);
  const steps = widths.slice(1).map((width, index) => (width - (widths[index] ?? 0)) / longest);
  const uneven = steps.reduce((sum, each) => sum + Math.abs(Math.abs(each) - step), 0);
  return uneven + (isShapely(steps) ? 0 : 10);
}

function isShapely(steps: readonly number[]): boolean {
  const signs = steps.map((each) => (Math.abs(each) < 0.04 ? 0 : Math.sign(each)));
  if (signs.includes(0)) return false;
  // Once lines have become shorter they do not grow again.
  return signs.every((sign, index) => index === 0 || !(sign > 0 && signs[index - 1] === -1));
}
