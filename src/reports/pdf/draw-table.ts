import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

type Table = Extract<Block, { kind: 'table' }>;

const head: Style = { role: 'strong', size: 9 };
const cell: Style = { role: 'body', size: 9 };
const pad = { x: 4, y: 3 };

interface Layout {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right' | 'center')[];
  readonly header: Row;
}

type Row = readonly (readonly string[])[];

/** A table whose header stands again on every page; a row goes over to the next page only when it is taller than one. */
export function drawTable(to: Canvas, table: Table): void {
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  const widths = table.columns.map((column) => (column.width / sum) * to.sheet.content);
  const wrap = (texts: readonly string[], style: Style): Row => widths.map((width, index) => to.lines(texts[index] ?? '', style, width - 2 * pad.x));
  const layout: Layout = { widths, aligns: table.columns.map((column) => column.align), header: wrap(table.columns.map((column) => column.title), head) };
  const headerHeight = heightOf(to, layout.header, head);
  to.need(headerHeight + to.pitch(cell) * 2 + 4 * pad.y);
  drawRow(to, layout.header, layout, head, true);
  for (const texts of table.rows) {
    let row = wrap(texts, cell);
    while (heightOf(to, row, cell) > to.room()) {
      const [now, later] = split(row, fitting(to, row, headerHeight));
      if (now !== undefined) drawRow(to, now, layout, cell, false);
      to.newPage();
      drawRow(to, layout.header, layout, head, true);
      row = later;
    }
    drawRow(to, row, layout, cell, false);
  }
  to.y += 8;
}

function heightOf(to: Canvas, row: Row, style: Style): number {
  return Math.max(1, ...row.map((lines) => lines.length)) * to.pitch(style) + 2 * pad.y;
}

// A row that fits on an empty page is never torn.
function fitting(to: Canvas, row: Row, headerHeight: number): number {
  const whole = to.sheet.height - to.sheet.top - to.sheet.bottom - headerHeight;
  if (heightOf(to, row, cell) <= whole) return 0;
  return Math.max(0, Math.floor((to.room() - 2 * pad.y) / to.pitch(cell)));
}

function split(row: Row, lines: number): [Row | undefined, Row] {
  return lines === 0 ? [undefined, row] : [row.map((each) => each.slice(0, lines)), row.map((each) => each.slice(lines))];
}

function drawRow(to: Canvas, row: Row, layout: Layout, style: Style, isHead: boolean): void {
  const height = heightOf(to, row, style);
  const top = to.y;
  if (isHead) to.doc.rect(to.sheet.left, top, to.sheet.content, height).fill(ink.faint);
  let x = to.sheet.left;
  row.forEach((lines, column) => {
    const width = layout.widths[column] ?? 0;
    lines.forEach((line, index) => {
      if (line !== '') to.line(line, x + pad.x, top + pad.y + index * to.pitch(style) + 1, style, width - 2 * pad.x, layout.aligns[column] ?? 'left');
    });
    x += width;
  });
  to.y = top + height;
  to.doc.moveTo(to.sheet.left, to.y).lineTo(to.sheet.left + to.sheet.content, to.y).lineWidth(0.4).stroke(ink.line);
}
