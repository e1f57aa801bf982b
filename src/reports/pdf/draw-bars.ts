import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

const text: Style = { role: 'body', size: 9 };
const barHeight = 9;
const pitch = 14.5;

/** One bar a category: solid earned, hatched lost, blank pending; readable on a grey printer. */
export function drawBars(to: Canvas, block: Extract<Block, { kind: 'bars' }>): void {
  const labelWidth = 150;
  const textWidth = 74;
  const room = to.sheet.content - labelWidth - textWidth;
  for (const bar of block.bars) {
    to.need(pitch);
    to.line(to.lines(bar.label, text, labelWidth - 8)[0] ?? '', to.sheet.left, to.y, text);
    const x = to.sheet.left + labelWidth;
    const part = (points: number): number => (bar.total === 0 ? 0 : (points / bar.total) * room);
    to.doc.rect(x, to.y + 1, part(bar.good), barHeight).fill(ink.good);
    hatch(to, x + part(bar.good), to.y + 1, part(bar.bad));
    to.doc.rect(x, to.y + 1, room, barHeight).lineWidth(0.5).stroke(ink.line);
    to.line(bar.text, x + room, to.y, text, textWidth, 'right');
    to.y += pitch;
  }
  to.y += 4;
}

function hatch(to: Canvas, x: number, y: number, width: number): void {
  if (width <= 0) return;
  to.doc.save().rect(x, y, width, barHeight).clip();
  to.doc.rect(x, y, width, barHeight).fill('#f3ddcf');
  for (let at = x - barHeight; at < x + width; at += 3) to.doc.moveTo(at, y + barHeight).lineTo(at + barHeight, y);
  to.doc.lineWidth(0.9).stroke(ink.bad).restore();
}
