import QR from 'qrcode';
import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

/** What only drawing knows: code and digest of the attached figures. */
export interface Seal {
  readonly code: string;
  readonly digest: string;
  readonly number: string;
}

const label: Style = { role: 'body', size: 9, colour: ink.soft };
const value: Style = { role: 'body', size: 9.5 };
const qrSize = 84;

/** Code, digest and QR, then the rows that say how to verify. */
export function drawVerification(to: Canvas, block: Extract<Block, { kind: 'verification' }>, seal: Seal): void {
  to.need(qrSize + 40);
  drawQr(to, `ZICHA ${seal.number} ${seal.code} ${seal.digest}`, to.sheet.left, to.y);
  const x = to.sheet.left + qrSize + 18;
  const top = to.y;
  to.line(block.code, x, top, label);
  to.line(seal.code, x, top + 14, { role: 'strong', size: 17, colour: ink.good });
  to.line(block.digest, x, top + 42, label);
  to.line(seal.digest.slice(0, 32), x, top + 56, value);
  to.line(seal.digest.slice(32), x, top + 70, value);
  to.y = top + qrSize + 14;
  for (const [name, text] of block.rows) {
    const lines = to.lines(text, value, to.sheet.content - 110);
    to.need(lines.length * to.pitch(value));
    to.line(name, to.sheet.left, to.y, label);
    lines.forEach((line, index) => {
      to.line(line, to.sheet.left + 110, to.y + index * to.pitch(value), value);
    });
    to.y += lines.length * to.pitch(value) + 3;
  }
  to.y += 6;
}

function drawQr(to: Canvas, text: string, x: number, y: number): void {
  const { modules } = QR.create(text, { errorCorrectionLevel: 'M' });
  const size = qrSize / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    // Runs of dark modules are one rectangle: fewer objects, no hairlines between them.
    for (let column = 0; column < modules.size; column += 1) {
      let end = column;
      while (end < modules.size && modules.get(row, end) === 1) end += 1;
      if (end > column) to.doc.rect(x + column * size, y + row * size, (end - column) * size, size);
      column = Math.max(column, end - 1);
    }
  }
  to.doc.fill('#000000');
}
