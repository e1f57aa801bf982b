import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const title: Style = { role: 'title', size: 18, pitch: 1.4 };
const field: Style = { role: 'body', size: 9, pitch: 1.7 };
const signer: Style = { role: 'body', size: 10 };
const gap = 14;

/** Title in large type, below it the fields spread over the width. */
export function drawFormHead(to: Canvas, block: Of<'form-head'>): void {
  const { left, content } = to.sheet;
  for (const line of to.lines(block.title, title, content)) {
    to.line(line, left, to.y, title, content, 'center');
    to.y += to.pitch(title);
  }
  to.y += 3;
  const width = (text: string): number => to.faces.width(text, field.role, field.size);
  for (const texts of fieldLines(block.fields, width, content)) {
    const free = content - texts.reduce((sum, text) => sum + width(text), 0);
    const between = texts.length > 1 ? free / (texts.length - 1) : 0;
    let x = left;
    for (const text of texts) {
      to.line(text, x, to.y, field);
      x += width(text) + between;
    }
    to.y += to.pitch(field);
  }
  to.y += 2;
}

function fieldLines(fields: readonly string[], width: (text: string) => number, content: number): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let used = 0;
  for (const text of fields) {
    const last = lines.at(-1);
    if (last !== undefined && used + gap + width(text) <= content) last.push(text);
    else {
      lines.push([text]);
      used = -gap;
    }
    used += gap + width(text);
  }
  return lines;
}

const perLine = 3;
const pitch = 25;

/** Who signs, side by side with room for ink, and the day at the end. */
export function drawFormSignatures(to: Canvas, block: Of<'form-signatures'>): void {
  const { left, content } = to.sheet;
  const lines = Math.ceil(block.signers.length / perLine);
  const dateWidth = to.faces.width(block.date, signer.role, signer.size) + gap;
  const cell = (content - dateWidth) / Math.min(perLine, Math.max(1, block.signers.length));
  to.need(lines * pitch + 4);
  to.y += 4;
  block.signers.forEach((name, index) => {
    const x = left + (index % perLine) * cell;
    const top = to.y + Math.floor(index / perLine) * pitch + 6;
    to.line(name, x, top, signer);
    const from = x + to.faces.width(name, signer.role, signer.size) + 2;
    to.doc.moveTo(from, top + 13).lineTo(x + cell - 12, top + 13).lineWidth(0.5).stroke(ink.text);
  });
  to.y += lines * pitch;
  to.line(block.date, left, to.y - pitch + 6, signer, content, 'right');
}
