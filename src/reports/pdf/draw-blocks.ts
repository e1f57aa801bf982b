import type { Block, Tone } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';
import { drawBars } from './draw-bars.js';
import { drawFormCard } from './draw-form-card.js';
import { drawFormHead, drawFormSignatures } from './draw-form-head.js';
import { drawFormTable } from './draw-form-table.js';
import { drawTable } from './draw-table.js';
import { drawVerification, type Seal } from './draw-verification.js';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Drawers = { readonly [K in Block['kind']]: (to: Canvas, block: Of<K>, seal: Seal) => void };

export const toneColour: Readonly<Record<Tone, string>> = { good: ink.good, bad: ink.bad, open: ink.soft, plain: ink.text };

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
  verification: drawVerification,
  'form-head': drawFormHead,
  'form-table': drawFormTable,
  'form-card': drawFormCard,
  'form-signatures': drawFormSignatures,
  'page-break': (to) => { if (to.y > to.sheet.top) to.newPage(); },
  official: () => undefined,
  'attachment-list': () => undefined,
  'sign-off': () => undefined,
  attachment: () => undefined,
  trend: () => undefined,
};

/** Draws one block where the canvas stands. */
export function drawBlock(to: Canvas, block: Block, seal: Seal): void {
  (drawers[block.kind] as (to: Canvas, block: Block, seal: Seal) => void)(to, block, seal);
}

function drawHeading(to: Canvas, block: Of<'heading'>): void {
  const style = headings[block.level];
  // A heading never stands alone at the foot of a page.
  to.need(to.pitch(style) + 60);
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

function drawCard(to: Canvas, block: Of<'card'>): void {
  const labelWidth = 58;
  const titleStyle: Style = { role: 'strong', size: 10.5, pitch: 1.5 };
  const title = to.lines(block.title, titleStyle, to.sheet.content - 96);
  const rows = block.rows.map(([name, value]) => ({ name, lines: to.lines(value, small, to.sheet.content - labelWidth - 20) }));
  const height = title.length * to.pitch(titleStyle) + rows.reduce((sum, row) => sum + row.lines.length * to.pitch(small) + 1.5, 0) + 16;
  to.need(Math.min(height, to.sheet.height - to.sheet.top - to.sheet.bottom));
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
