import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';
import { drawLine, officialLooks } from './official-grid.js';
import { centredTitle } from './official-lines.js';
import { attached, attachedCrosswise, official } from './sheet.js';

const label: Style = { ...officialLooks.strong, colour: ink.text };

/** Begins an attachment: its number at the upper left, its title on the third line. */
export function drawAttachment(to: Canvas, block: Extract<Block, { kind: 'attachment' }>): void {
  to.newPage(block.letter === true ? official : block.landscape === true ? attachedCrosswise : attached);
  to.begin();
  drawLine(to, { text: block.label, style: label, x: 0, keep: true });
  if (block.letter === true) return;
  drawLine(to, { text: '', style: label, x: 0, keep: true });
  for (const line of centredTitle(to, block.title)) drawLine(to, line);
  to.y += 8;
}
