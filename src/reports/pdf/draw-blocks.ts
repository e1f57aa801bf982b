import type { Block } from '#domain/report-document.js';
import { ink, toneColour, type Canvas, type Style } from './canvas.js';
import { drawAttachment } from './draw-attachment.js';
import { drawBars } from './draw-bars.js';
import { drawCard, heightOfCard } from './draw-card.js';
import { drawContents } from './draw-contents.js';
import { drawFormCard } from './draw-form-card.js';
import { drawFormHead, drawFormSignatures } from './draw-form-head.js';
import { drawFormTable } from './draw-form-table.js';
import { drawTable, leadOfTable } from './draw-table.js';
import { drawTrend } from './draw-trend.js';
import { drawVerification, type Seal } from './draw-verification.js';
import { placeLines } from './official-grid.js';
import { linesOfRun, type GridBlock } from './official-lines.js';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Drawers = { readonly [K in Block['kind']]: (to: Canvas, block: Of<K>, rest: Rest) => void };

/** What drawing a block may need besides it. */
interface Rest {
  readonly seal: Seal;
  /** Points that the next block needs for its beginning. */
  readonly after: number;
}

const body: Style = { role: 'body', size: 10.5, pitch: 1.65 };
const note: Style = { role: 'body', size: 8.5, colour: ink.soft, pitch: 1.55 };
const small: Style = { role: 'body', size: 9.5, pitch: 1.5 };
const label: Style = { role: 'body', size: 9, colour: ink.soft, pitch: 1.5 };
const paragraphs: Readonly<Record<Of<'paragraph'>['style'], Style>> = { body, small, note };
const headings: Readonly<Record<1 | 2 | 3, Style>> = { 1: { role: 'title', size: 20, pitch: 1.5 }, 2: { role: 'strong', size: 13.5, pitch: 1.6 }, 3: { role: 'strong', size: 11, pitch: 1.6 } };

const drawers: Drawers = {
  heading: drawHeading,
  paragraph: (to, block) => { drawText(to, block.text, paragraphs[block.style]); },
  grid: drawGrid,
  score: drawScore,
  counts: drawCounts,
  bars: drawBars,
  table: drawTable,
  card: drawCard,
  signatures: drawSignatures,
  verification: (to, block, { seal }) => { drawVerification(to, block, seal); },
  'form-head': drawFormHead,
  'form-table': drawFormTable,
  'form-card': drawFormCard,
  'form-signatures': drawFormSignatures,
  contents: drawContents,
  'page-break': (to) => { if (to.y > to.sheet.top) to.newPage(); },
  official: drawGridBlock,
  'attachment-list': drawGridBlock,
  'sign-off': drawGridBlock,
  attachment: drawAttachment,
  trend: drawTrend,
};

/** Draws all blocks; what stands on the grid is laid out together, so that lines that belong together stay on a page. */
export function drawBlocks(to: Canvas, blocks: readonly Block[], seal: Seal): void {
  for (let at = 0; at < blocks.length; ) {
    const run = gridRun(blocks, at);
    const end = at + Math.max(1, run.length);
    const after = leadOf(to, blocks[end]);
    if (run.length > 0) placeLines(to, linesOfRun(to, run), after);
    else drawBlock(to, blocks[at] as Block, { seal, after });
    at = end;
  }
}

function gridRun(blocks: readonly Block[], from: number): readonly GridBlock[] {
  const run: GridBlock[] = [];
  for (const block of blocks.slice(from)) {
    if (block.kind !== 'official' && block.kind !== 'attachment-list' && block.kind !== 'sign-off') break;
    run.push(block);
  }
  return run;
}

/** What stands below a heading when nothing more is known of it. */
const usualLead = 60;

function leadOf(to: Canvas, block: Block | undefined): number {
  if (block === undefined || block.kind === 'page-break' || block.kind === 'attachment') return 0;
  if (block.kind === 'table') return leadOfTable(to, block);
  return block.kind === 'card' ? heightOfCard(to, block) : usualLead;
}


/** Draws one block where the canvas stands. */
function drawBlock(to: Canvas, block: Block, rest: Rest): void {
  (drawers[block.kind] as (to: Canvas, block: Block, rest: Rest) => void)(to, block, rest);
}

function drawGridBlock(to: Canvas, block: GridBlock, { after }: Rest): void {
  placeLines(to, linesOfRun(to, [block]), after);
}

function drawHeading(to: Canvas, block: Of<'heading'>, { after }: Rest): void {
  const style = headings[block.level];
  // A heading never stands alone at the foot of a page.
  to.need(to.pitch(style) + Math.max(usualLead, after));
  if (block.level !== 1 && to.y > to.sheet.top) to.y += 6;
  for (const line of to.lines(block.text, style, to.sheet.content)) {
    to.line(line, to.sheet.left, to.y, style, to.sheet.content, block.level === 1 ? 'center' : 'left');
    to.y += to.pitch(style);
  }
  to.y += block.level === 1 ? 6 : 2;
}

function drawText(to: Canvas, text: string, style: Style): void {
  for (const line of to.lines(text, style, to.sheet.content)) {
    to.need(to.pitch(style));
    to.line(line, to.sheet.left, to.y, style);
    to.y += to.pitch(style);
  }
  to.y += 3;
}

function drawGrid(to: Canvas, block: Of<'grid'>): void {
  const half = to.sheet.content / 2;
  const labelWidth = 76;
  for (let index = 0; index < block.rows.length; index += 2) {
    const pair = block.rows.slice(index, index + 2).map(([name, value]) => ({ name, lines: to.lines(value, small, half - labelWidth - 8) }));
    const height = Math.max(...pair.map((each) => each.lines.length)) * to.pitch(small) + 3;
    to.need(height);
    pair.forEach(({ name, lines }, column) => {
      const x = to.sheet.left + column * half;
      to.line(name, x, to.y, label);
      lines.forEach((line, at) => { to.line(line, x + labelWidth, to.y + at * to.pitch(small), small); });
    });
    to.y += height;
  }
  to.y += 4;
  to.doc.moveTo(to.sheet.left, to.y - 2).lineTo(to.sheet.left + to.sheet.content, to.y - 2).lineWidth(0.6).stroke(ink.line);
  to.y += 6;
}

function drawScore(to: Canvas, block: Of<'score'>): void {
  const detail = to.lines(block.detail, small, to.sheet.content - 210);
  const height = Math.max(58, detail.length * to.pitch(small) + 20);
  to.need(height);
  to.doc.roundedRect(to.sheet.left, to.y, to.sheet.content, height, 3).lineWidth(0.8).stroke(toneColour[block.tone]);
  to.line(block.label, to.sheet.left + 12, to.y + 10, label);
  to.line(block.value, to.sheet.left + 12, to.y + 25, { role: 'strong', size: 19, colour: toneColour[block.tone] });
  detail.forEach((line, index) => { to.line(line, to.sheet.left + 196, to.y + 12 + index * to.pitch(small), small); });
  to.y += height + 8;
}

function drawCounts(to: Canvas, block: Of<'counts'>): void {
  const height = 50;
  to.need(height);
  const width = to.sheet.content / block.items.length;
  block.items.forEach((item, index) => {
    const x = to.sheet.left + index * width;
    to.line(String(item.value), x, to.y + 4, { role: 'strong', size: 18, colour: toneColour[item.tone] }, width, 'center');
    to.line(item.label, x, to.y + 29, label, width, 'center');
    if (index > 0) to.doc.moveTo(x, to.y + 6).lineTo(x, to.y + height - 8).lineWidth(0.4).stroke(ink.line);
  });
  to.y += height + 2;
}

function drawSignatures(to: Canvas, block: Of<'signatures'>): void {
  const height = 44;
  to.need(height * (block.lines.length + 1));
  for (const line of block.lines) {
    to.y += height;
    to.line(line, to.sheet.left + 30, to.y - 16, body);
    to.doc.moveTo(to.sheet.left + 90, to.y).lineTo(to.sheet.left + 270, to.y).lineWidth(0.6).stroke(ink.text);
    to.line(block.date, to.sheet.left + 290, to.y - 16, body);
  }
  to.y += 22;
  to.line(block.seal, to.sheet.left + 290, to.y, body);
  to.y += 34;
}
