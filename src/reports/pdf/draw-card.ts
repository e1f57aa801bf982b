import type { Block } from '#domain/report-document.js';
import { ink, toneColour, type Canvas, type Style } from './canvas.js';

type Card = Extract<Block, { kind: 'card' }>;

const labelWidth = 58;
const titleStyle: Style = { role: 'strong', size: 10.5, pitch: 1.5 };
const small: Style = { role: 'body', size: 9.5, pitch: 1.5 };
const label: Style = { role: 'body', size: 9, colour: ink.soft, pitch: 1.5 };

interface Broken {
  readonly title: readonly string[];
  readonly rows: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

function broken(to: Canvas, block: Card): Broken {
  const rows = block.rows.map(([name, value]) => ({ name, lines: to.lines(value, small, to.sheet.content - labelWidth - 20) }));
  return { title: to.lines(block.title, titleStyle, to.sheet.content - 96), rows };
}

/** What a card takes of a page; a whole page when it is longer. */
export function heightOfCard(to: Canvas, block: Card): number {
  const { title, rows } = broken(to, block);
  const height = title.length * to.pitch(titleStyle) + rows.reduce((sum, row) => sum + row.lines.length * to.pitch(small) + 1.5, 0) + 16;
  return Math.min(height, to.sheet.height - to.sheet.top - to.sheet.bottom);
}

/** One finding: it goes over to the next page only when it is taller than one. */
export function drawCard(to: Canvas, block: Card): void {
  to.need(heightOfCard(to, block));
  const { title, rows } = broken(to, block);
  let from = to.y;
  const rule = (): void => { to.doc.rect(to.sheet.left, from, 2.2, to.y - from).fill(toneColour[block.tone]); };
  title.forEach((line) => {
    to.line(line, to.sheet.left + 10, to.y, titleStyle);
    to.y += to.pitch(titleStyle);
  });
  to.line(block.badge, to.sheet.left + to.sheet.content - 84, from, { ...label, colour: toneColour[block.tone] }, 84, 'right');
  for (const row of rows) {
    row.lines.forEach((line, index) => {
      if (to.room() < to.pitch(small)) {
        rule();
        to.newPage();
        from = to.y;
      }
      if (index === 0) to.line(row.name, to.sheet.left + 10, to.y, label);
      to.line(line, to.sheet.left + 10 + labelWidth, to.y, small);
      to.y += to.pitch(small);
    });
    to.y += 1.5;
  }
  rule();
  to.y += 12;
}
