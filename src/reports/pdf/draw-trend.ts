import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

type Trend = Extract<Block, { kind: 'trend' }>;
type Point = Trend['points'][number];

const caption: Style = { role: 'strong', size: 9.5, pitch: 1.6 };
const small: Style = { role: 'body', size: 8, pitch: 1.3 };
const axis = { width: 34, height: 104, head: 24, foot: 18 };
const half = { bar: 5, mark: 2.6 };

/** Runs from left to right: a bar from the least to the most that is possible, a filled mark below, a hollow one above; a point where nothing is open. Reads the same on a grey printer. */
export function drawTrend(to: Canvas, block: Trend): void {
  to.need(to.pitch(caption) + axis.head + axis.height + axis.foot + 8);
  to.line(block.label, to.sheet.left, to.y, caption);
  const top = to.y + to.pitch(caption) + axis.head;
  const scale = scaleOf(block.points);
  const heightOf = (value: number): number => top + axis.height * (1 - (value - scale.least) / (scale.most - scale.least));
  drawScale(to, scale, heightOf);
  const column = (to.sheet.content - axis.width) / block.points.length;
  const places = block.points.map((point, index) => ({ point, x: to.sheet.left + axis.width + (index + 0.5) * column, low: heightOf(point.low), high: heightOf(point.high) }));
  drawPath(to, places.map(({ x, high }) => [x, high]), true);
  drawPath(to, places.map(({ x, low }) => [x, low]), false);
  for (const { point, x, low, high } of places) {
    drawRange(to, x, low, high);
    const value = to.lines(point.text, small, column - 4);
    const widest = Math.max(...value.map((line) => to.widthOf(line, small)));
    to.doc.rect(x - widest / 2 - 1, high - 7 - value.length * to.pitch(small), widest + 2, value.length * to.pitch(small)).fill('#ffffff');
    value.forEach((line, index) => { to.line(line, x - column / 2, high - 7 - (value.length - index) * to.pitch(small), small, column, 'center'); });
    to.line(to.lines(point.label, small, column - 4)[0] ?? '', x - column / 2, top + axis.height + 5, small, column, 'center');
  }
  to.y = top + axis.height + axis.foot + 8;
}

interface Scale {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

const steps = [1, 2, 5, 10, 20, 50];

// Round numbers around the values, four steps at most: small differences shall show, and the numbers at the edge say how small.
function scaleOf(points: readonly Point[]): Scale {
  const low = Math.min(...points.map((point) => point.low));
  const high = Math.max(...points.map((point) => point.high));
  const step = steps.find((each) => Math.floor(low / each) * each + 4 * each >= high) ?? Math.ceil((high - low) / 200) * 50;
  const least = Math.floor(low / step) * step;
  return { least, most: Math.max(least + step, Math.ceil(high / step) * step), step };
}

function drawScale(to: Canvas, { least, most, step }: Scale, heightOf: (value: number) => number): void {
  const from = to.sheet.left + axis.width;
  for (let value = least; value <= most; value += step) {
    const y = heightOf(value);
    to.doc.moveTo(from, y).lineTo(to.sheet.left + to.sheet.content, y).lineWidth(0.4).stroke(ink.line);
    to.line(String(value), to.sheet.left, y - 5, { ...small, colour: ink.soft }, axis.width - 6, 'right');
  }
}

function drawPath(to: Canvas, places: readonly (readonly [number, number])[], isDashed: boolean): void {
  places.forEach(([x, y], index) => (index === 0 ? to.doc.moveTo(x, y) : to.doc.lineTo(x, y)));
  if (isDashed) to.doc.dash(2.5, { space: 2 });
  to.doc.lineWidth(isDashed ? 0.6 : 1).stroke(isDashed ? ink.soft : ink.text);
  if (isDashed) to.doc.undash();
}

function drawRange(to: Canvas, x: number, low: number, high: number): void {
  if (low - high > 0.5) {
    to.doc.rect(x - half.bar, high, 2 * half.bar, low - high).fill(ink.faint);
    to.doc.rect(x - half.bar, high, 2 * half.bar, low - high).lineWidth(0.6).stroke(ink.text);
    to.doc.circle(x, high, half.mark).lineWidth(0.8).fillAndStroke('#ffffff', ink.text);
  }
  to.doc.circle(x, low, half.mark).fill(ink.text);
}
