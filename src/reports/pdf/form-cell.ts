import { ink, type Canvas, type Style } from './canvas.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text of a cell, broken into lines; `ticks` tells of each of its boxes in turn whether it is ticked. */
export interface CellText {
  readonly lines: readonly string[];
  readonly ticks: readonly boolean[];
}

/** Between text and border, beside and above it. */
const pad = 3.5;
const air = 1.5;
const box = '\u25a1';
const ticked = '\u2611';
/** Between choices: lines are broken there and not within one. */
const between = '  ';

/** Breaks a text so that nothing hangs over the border of a cell `width` points wide. */
export function cellText(to: Canvas, text: string, style: Style, width: number): CellText {
  const room = width - 2 * pad;
  // No font of ours has the ticked box: it is the empty one, with a tick drawn over it.
  const plain = text.replaceAll(ticked, box);
  const lines = plain.includes(between) ? packed(to, plain.split(between), style, room) : broken(to, plain, style, room);
  return { lines, ticks: text.includes(ticked) ? [...text].filter((each) => each === box || each === ticked).map((each) => each === ticked) : [] };
}

/** The same for what stands in the middle of its cell: its lines are about equally long, so that none is a single character. */
export function centredText(to: Canvas, text: string, style: Style, width: number): CellText {
  if (text.includes(between)) return cellText(to, text, style, width);
  const room = width - 2 * pad;
  const lines = broken(to, text, style, room);
  if (lines.length === 1) return { lines, ticks: [] };
  for (let narrow = room / 2; narrow < room; narrow += style.size / 2) {
    const other = broken(to, text, style, narrow);
    if (other.length === lines.length) return { lines: other, ticks: [] };
  }
  return { lines, ticks: [] };
}

/** Height of a cell with that many lines, borders' distance included. */
export function heightOfLines(to: Canvas, count: number, style: Style): number {
  return Math.max(1, count) * to.pitch(style) + 2 * air;
}

/** Writes a cell's text, in the middle of its height or from the top. */
export function drawCellText(to: Canvas, { lines, ticks }: CellText, { x, y, width, height }: Box, style: Style, align: 'left' | 'right' | 'center', from: 'middle' | 'top' = 'middle'): void {
  const pitch = to.pitch(style);
  const start = from === 'top' ? y + air : y + Math.max(air, (height - lines.length * pitch) / 2);
  let seen = 0;
  lines.forEach((line, index) => {
    const top = start + index * pitch + (pitch - style.size * 1.16) / 2;
    const boxes = ticks.length === 0 ? 0 : line.split(box).length - 1;
    const own = ticks.slice(seen, seen + boxes);
    seen += boxes;
    if (own.includes(true)) drawTicked(to, line, own, { x: x + pad, top, width: width - 2 * pad, align }, style);
    else if (line !== '') to.line(line, x + pad, top, style, width - 2 * pad, align);
  });
}

/** Rules of a table: `across` and `down` are where they run, the outer ones heavier. */
export function drawGrid(to: Canvas, across: readonly number[], down: readonly number[]): void {
  const [left, right] = [Math.min(...down), Math.max(...down)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  for (const y of across) to.doc.moveTo(left, y).lineTo(right, y);
  for (const x of down) to.doc.moveTo(x, top).lineTo(x, bottom);
  to.doc.lineWidth(0.5).stroke(ink.text);
  to.doc.rect(left, top, right - left, bottom - top).lineWidth(1).stroke(ink.text);
}

// Closing marks may hang over a line's end in running text; in a narrow cell they would stand on its border.
function broken(to: Canvas, text: string, style: Style, room: number): readonly string[] {
  const fits = (lines: readonly string[]): boolean => lines.every((line) => to.faces.width(line, style.role, style.size) <= room + 1);
  const lines = to.lines(text, style, room);
  if (fits(lines)) return lines;
  const narrower = to.lines(text, style, room - style.size);
  return fits(narrower) ? narrower : lines.flatMap((line) => cut(to, line, style, room));
}

function packed(to: Canvas, pieces: readonly string[], style: Style, room: number): readonly string[] {
  // Whoever wrote several lines wants them one below the other.
  if (pieces.some((piece) => piece.includes('\n'))) return pieces.join(between).split('\n').flatMap((line) => broken(to, line, style, room));
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece : `${last}${between}${piece}`;
    if (last !== undefined && to.faces.width(joined, style.role, style.size) <= room) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines.flatMap((line) => broken(to, line, style, room));
}

function cut(to: Canvas, line: string, style: Style, room: number): readonly string[] {
  const lines: string[] = [];
  let last = '';
  for (const character of line) {
    if (last !== '' && to.faces.width(last + character, style.role, style.size) > room) {
      lines.push(last);
      last = '';
    }
    last += character;
  }
  return [...lines, last];
}

interface LinePlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

function drawTicked(to: Canvas, line: string, ticks: readonly boolean[], place: LinePlace, style: Style): void {
  const width = (text: string): number => to.faces.width(text, style.role, style.size);
  const shift = { left: 0, center: 0.5, right: 1 }[place.align];
  let at = place.x + (place.width - width(line)) * shift;
  line.split(box).forEach((text, index) => {
    if (index > 0) {
      drawBox(to, at, place.top, style, ticks[index - 1] === true);
      at += width(box);
    }
    if (text !== '') to.line(text, at, place.top, style);
    at += width(text);
  });
}

function drawBox(to: Canvas, x: number, top: number, style: Style, isTicked: boolean): void {
  if (!isTicked) {
    to.line(box, x, top, style);
    return;
  }
  // Whoever takes the text out of the paper gets the ticked box.
  to.doc.markContent('Span', { actual: ticked });
  to.line(box, x, top, style);
  to.doc.endMarkedContent();
  const em = style.size;
  to.doc.moveTo(x + 0.22 * em, top + 0.52 * em).lineTo(x + 0.42 * em, top + 0.78 * em).lineTo(x + 0.84 * em, top + 0.14 * em).lineWidth(em * 0.11).stroke(ink.text);
}
