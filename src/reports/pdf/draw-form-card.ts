import type { Block, FormCell } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';
import { cellText, centredText, drawCellText, drawGrid, heightOfLines, type Box, type CellText } from './form-cell.js';
import { mm } from './sheet.js';

type FormCard = Extract<Block, { kind: 'form-card' }>;

const label: Style = { role: 'strong', size: 9.5, pitch: 1.3 };
const value: Style = { role: 'body', size: 10, pitch: 1.4 };
const hint: Style = { role: 'body', size: 8, pitch: 1.3, colour: ink.soft };
const foot: Style = { role: 'body', size: 9.5, pitch: 1.6 };
const labelWidth = 82;
/** Values stand a little away from the border. */
const indent = 3;

interface LaidCell {
  readonly width: number;
  readonly label: CellText;
  readonly hint: readonly string[];
  readonly value: CellText;
  readonly foot: string;
  /** Points at least. */
  readonly least: number;
}

type LaidRow = readonly LaidCell[];

/** Labels and values with full borders, as approval forms look; a row goes over to the next page whole where it fits there. */
export function drawFormCard(to: Canvas, block: FormCard): void {
  const { sheet } = to;
  const whole = sheet.height - sheet.top - sheet.bottom;
  const laid = block.rows.map((cells) => cells.map((cell) => laidCell(to, cell, sheet.content / cells.length)));
  const inRoom = (rows: readonly LaidRow[]): readonly (readonly LaidRow[])[] => inPages(to, rows, whole, block.keep * mm);
  const [wide, narrow] = [inRoom(laid), inRoom(laid.map(lowered))];
  const pages = block.fillsPage && narrow.length < wide.length ? narrow : wide;
  pages.forEach((page, index) => {
    if (index > 0) to.newPage();
    const rest = to.room() - (index === pages.length - 1 ? block.keep * mm : 0);
    for (const row of block.fillsPage ? spread(to, page, rest) : page) drawWholeOrTorn(to, row);
  });
}

// What follows the last row does not stand alone on the next page.
function inPages(to: Canvas, rows: readonly LaidRow[], whole: number, keep: number): readonly (readonly LaidRow[])[] {
  const pages: LaidRow[][] = [[]];
  let room = to.room();
  rows.forEach((row, index) => {
    const height = heightOf(to, row);
    const wanted = height + (index > 0 && index === rows.length - 1 ? keep : 0);
    if (wanted > room && wanted <= whole) {
      pages.push([]);
      room = whole;
    }
    pages.at(-1)?.push(row);
    room -= height;
  });
  return pages.filter((page, index) => index === 0 || page.length > 0);
}

/** Boxes of at least that many points take what a page has left, up to as much again; they are lower where that saves a page. */
const tall = 12 * mm;

function lowered(row: LaidRow): LaidRow {
  return row.map((cell) => (cell.least < tall ? cell : { ...cell, least: cell.least * 0.7 }));
}

function spread(to: Canvas, rows: readonly LaidRow[], room: number): readonly LaidRow[] {
  const rest = room - rows.reduce((sum, row) => sum + heightOf(to, row), 0) - 1;
  const boxes = rows.filter((row) => heightOf(to, row) >= tall).length;
  if (boxes === 0 || rest <= 0) return rows;
  return rows.map((row) => {
    const height = heightOf(to, row);
    return height < tall ? row : row.map((cell) => ({ ...cell, least: height + Math.min(rest / boxes, height) }));
  });
}

function drawWholeOrTorn(to: Canvas, whole: LaidRow): void {
  let row = whole;
  while (heightOf(to, row) > to.room()) {
    const lines = Math.max(1, Math.floor((to.room() - heightOfLines(to, 0, value)) / to.pitch(value)) - 1);
    drawRow(to, row.map((each) => ({ ...withLines(each, 0, lines), foot: '', least: 0 })));
    to.newPage();
    row = row.map((each) => ({ ...withLines(each, lines, each.value.lines.length), hint: [], least: 0 }));
  }
  drawRow(to, row);
}

function laidCell(to: Canvas, cell: FormCell, width: number): LaidCell {
  const room = width - labelWidth - 2 * indent;
  return {
    width,
    label: centredText(to, cell.label, label, labelWidth),
    hint: cell.hint === undefined ? [] : cellText(to, cell.hint, hint, room).lines,
    value: cellText(to, cell.value, value, room),
    foot: cell.foot ?? '',
    least: cell.height * mm,
  };
}

function heightOf(to: Canvas, row: LaidRow): number {
  const heights = row.map(({ label: name, hint: note, value: text, foot: sign, least }) => {
    const below = sign === '' ? 0 : to.pitch(foot) + 4;
    return Math.max(least, heightOfLines(to, name.lines.length, label) + 3, heightOfLines(to, text.lines.length, value) + note.length * to.pitch(hint) + below);
  });
  return Math.max(...heights);
}

// Part of a value that is taller than a page; the label stands again beside each part.
function withLines(cell: LaidCell, from: number, until: number): LaidCell {
  const { lines, ticks } = cell.value;
  return { ...cell, value: { lines: lines.slice(from, until), ticks: from === 0 ? ticks : [] } };
}

function drawRow(to: Canvas, row: LaidRow): void {
  const height = heightOf(to, row);
  const { left } = to.sheet;
  const down = [left];
  let x = left;
  for (const cell of row) {
    drawCellText(to, cell.label, { x, y: to.y, width: labelWidth, height }, label, 'center');
    drawValue(to, cell, { x: x + labelWidth + indent, y: to.y, width: cell.width - labelWidth - 2 * indent, height }, row.length > 1);
    down.push(x + labelWidth, x + cell.width);
    x += cell.width;
  }
  drawGrid(to, [to.y, to.y + height], down);
  to.y += height;
}

function drawValue(to: Canvas, { hint: note, value: text, foot: sign }: LaidCell, box: Box, isShort: boolean): void {
  const above = note.length * to.pitch(hint);
  if (above > 0) drawCellText(to, { lines: note, ticks: [] }, { ...box, y: box.y + 1 }, hint, 'left', 'top');
  const rest = { ...box, y: box.y + above, height: box.height - above };
  drawCellText(to, text, rest, value, isShort && text.lines.length === 1 ? 'center' : 'left', sign === '' && above === 0 ? 'middle' : 'top');
  if (sign !== '') to.line(sign, box.x, box.y + box.height - to.pitch(foot) - 2, foot, box.width - 9, 'right');
}
