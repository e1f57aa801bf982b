import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

type Table = Extract<Block, { kind: 'table' }>;

const sizes = { small: 7.5, normal: 9, large: 12 } as const;
const pad = { x: 4, y: 3 };

interface Layout {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right' | 'center')[];
  readonly head: Style;
  readonly cell: Style;
  readonly header: Row;
  readonly headerHeight: number;
}

type Row = readonly (readonly string[])[];

/** A table whose header stands again on every page; a row goes over to the next page only when it is taller than one. */
export function drawTable(to: Canvas, table: Table): void {
  const layout = layoutOf(to, table);
  const emphasis = new Set(table.emphasis);
  const rows = table.rows.map((texts, index): Line => {
    const style = emphasis.has(index) ? layout.head : layout.cell;
    const row = wrap(to, texts, layout.widths, style);
    return { row, style, height: heightOf(to, row, style), isLead: emphasis.has(index) && index + 1 < table.rows.length && !emphasis.has(index + 1) };
  });
  to.need(leadOfTable(to, table));
  drawRow(to, layout.header, layout, layout.head, true);
  rows.forEach((line, index) => {
    // The title of a group stays with the first row of it.
    const group = line.height + (line.isLead ? (rows[index + 1]?.height ?? 0) : 0);
    if (line.isLead && group > to.room() && group <= wholePage(to, layout)) turnPage(to, layout);
    drawLine(to, line, layout);
  });
  to.y += 8;
}

interface Line {
  readonly row: Row;
  readonly style: Style;
  readonly height: number;
  readonly isLead: boolean;
}

function drawLine(to: Canvas, line: Line, layout: Layout): void {
  const { style } = line;
  let { row } = line;
  while (heightOf(to, row, style) > to.room()) {
    const [now, later] = split(row, fitting(to, row, layout));
    if (now !== undefined) drawRow(to, now, layout, style, false);
    turnPage(to, layout);
    row = later;
  }
  drawRow(to, row, layout, style, false);
}

function turnPage(to: Canvas, layout: Layout): void {
  to.newPage();
  drawRow(to, layout.header, layout, layout.head, true);
}

function wholePage({ sheet }: Canvas, { headerHeight }: Layout): number {
  return sheet.height - sheet.top - sheet.bottom - headerHeight;
}

/** Header and first row, which stay together; no more than a few lines of a very tall one. */
export function leadOfTable(to: Canvas, table: Table): number {
  const { widths, cell, headerHeight } = layoutOf(to, table);
  const first = heightOf(to, wrap(to, table.rows[0] ?? [], widths, cell), cell);
  return headerHeight + Math.min(Math.max(first, to.pitch(cell) * 2 + 2 * pad.y), (to.sheet.height - to.sheet.top - to.sheet.bottom) / 2);
}

function layoutOf(to: Canvas, table: Table): Layout {
  const size = sizes[table.size ?? 'normal'];
  const [head, cell] = (['strong', 'body'] as const).map((role): Style => ({ role, size })) as [Style, Style];
  const sum = table.columns.reduce((total, column) => total + column.width, 0);
  const widths = table.columns.map((column) => (column.width / sum) * to.sheet.content);
  const header = wrap(to, table.columns.map((column) => column.title), widths, head);
  return { widths, aligns: table.columns.map((column) => column.align), head, cell, header, headerHeight: heightOf(to, header, head) };
}

function wrap(to: Canvas, texts: readonly string[], widths: readonly number[], style: Style): Row {
  return widths.map((width, index) => to.lines(texts[index] ?? '', style, width - 2 * pad.x));
}

function heightOf(to: Canvas, row: Row, style: Style): number {
  return Math.max(1, ...row.map((lines) => lines.length)) * to.pitch(style) + 2 * pad.y;
}

// A row that fits on an empty page is never torn.
function fitting(to: Canvas, row: Row, layout: Layout): number {
  if (heightOf(to, row, layout.cell) <= wholePage(to, layout)) return 0;
  return Math.max(0, Math.floor((to.room() - 2 * pad.y) / to.pitch(layout.cell)));
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
