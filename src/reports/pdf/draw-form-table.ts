import type { Block, FormBand } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';
import { cellText, centredText, drawCellText, drawGrid, heightOfLines, type CellText } from './form-cell.js';
import { mm } from './sheet.js';

type FormTable = Extract<Block, { kind: 'form-table' }>;

const heading: Style = { role: 'strong', size: 11, pitch: 1.9 };
const head: Style = { role: 'strong', size: 9, pitch: 1.22 };
const cell: Style = { role: 'body', size: 9, pitch: 1.25 };
const bandGap = 5;
const leastHeader = 18;

interface Row {
  readonly cells: readonly CellText[];
  readonly height: number;
}

interface LaidBand {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right' | 'center')[];
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Full borders, the header again on each page; bands of one record stay together on a page while they fit. */
export function drawFormTable(to: Canvas, block: FormTable): void {
  const bands = block.bands.map((band) => laidBand(to, band, block.rowHeight * mm));
  const count = block.bands[0]?.rows.length ?? 0;
  const headers = bands.reduce((sum, band) => sum + band.header.height, 0) + bandGap * (bands.length - 1);
  const record = (index: number): number => bands.reduce((sum, band) => sum + (band.rows[index]?.height ?? 0), 0);
  drawHeading(to, block.title, headers + record(0));
  for (let next = 0; next < count; ) {
    to.need(headers + record(next));
    const taken = fitting(to.room() - headers, next, count, record, block.keep * mm);
    if (taken === 0) drawTallRecord(to, bands, next);
    else bands.forEach((band, index) => { drawRows(to, band, band.rows.slice(next, next + taken), index === 0 ? 0 : bandGap); });
    next += Math.max(1, taken);
    if (next < count) to.newPage();
  }
}

function drawHeading(to: Canvas, text: string | undefined, below: number): void {
  if (text === undefined) return;
  to.need(to.pitch(heading) + below);
  to.line(text, to.sheet.left, to.y + 4, heading);
  to.y += to.pitch(heading);
}

function laidBand(to: Canvas, band: FormBand, least: number): LaidBand {
  const sum = band.columns.reduce((total, column) => total + column.width, 0);
  const widths = band.columns.map((column) => (column.width / sum) * to.sheet.content);
  const aligns = band.columns.map((column) => column.align);
  const row = (texts: readonly string[], style: Style, height: number): Row => {
    const isHead = style === head;
    const cells = widths.map((width, index) => (isHead || aligns[index] === 'center' ? centredText : cellText)(to, texts[index] ?? '', style, width));
    return { cells, height: Math.max(height, heightOfLines(to, Math.max(...cells.map(({ lines }) => lines.length)), style)) };
  };
  return { widths, aligns, header: row(band.columns.map((column) => column.title), head, leastHeader), rows: band.rows.map((texts) => row(texts, cell, least)) };
}

// How many records go on this page; the last one goes over where what follows would stand alone on the next.
function fitting(room: number, from: number, count: number, record: (index: number) => number, keep: number): number {
  let left = room;
  let taken = 0;
  while (from + taken < count && record(from + taken) <= left) {
    left -= record(from + taken);
    taken += 1;
  }
  return from + taken === count && left < keep && taken > 1 ? taken - 1 : taken;
}

function drawRows(to: Canvas, band: LaidBand, rows: readonly Row[], gap: number): void {
  to.y += gap;
  const across = [to.y];
  const { left, content } = to.sheet;
  to.doc.rect(left, to.y, content, band.header.height).fill(ink.faint);
  [band.header, ...rows].forEach((row, index) => {
    drawRow(to, band, row, index === 0);
    to.y += row.height;
    across.push(to.y);
  });
  const down = band.widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? left) + width], [left]);
  drawGrid(to, across, down);
}

function drawRow(to: Canvas, band: LaidBand, row: Row, isHead: boolean): void {
  let x = to.sheet.left;
  row.cells.forEach((text, column) => {
    const width = band.widths[column] ?? 0;
    drawCellText(to, text, { x, y: to.y, width, height: row.height }, isHead ? head : cell, isHead ? 'center' : (band.aligns[column] ?? 'left'));
    x += width;
  });
}

// A record that is taller than a page: band after band, each over as many pages as it takes.
function drawTallRecord(to: Canvas, bands: readonly LaidBand[], index: number): void {
  bands.forEach((band, at) => {
    let rest = band.rows[index];
    if (rest === undefined) return;
    if (at > 0 && band.header.height + rest.height > to.room() - bandGap) to.newPage();
    while (rest !== undefined) {
      const lines = Math.floor((to.room() - band.header.height - heightOfLines(to, 1, cell)) / to.pitch(cell)) + 1;
      const [now, later] = torn(to, rest, Math.max(1, lines));
      drawRows(to, band, [now], to.y > to.sheet.top ? bandGap : 0);
      if (later !== undefined) to.newPage();
      rest = later;
    }
  });
}

function torn(to: Canvas, row: Row, lines: number): readonly [Row, Row | undefined] {
  const longest = Math.max(...row.cells.map((each) => each.lines.length));
  if (longest <= lines) return [row, undefined];
  const part = (from: number, until: number): Row => {
    // Ticks belong to short cells, which end on the first page.
    const cells = row.cells.map((each) => ({ lines: each.lines.slice(from, until), ticks: from === 0 ? each.ticks : [] }));
    return { cells, height: heightOfLines(to, Math.min(until, longest) - from, cell) };
  };
  return [part(0, lines), part(lines, longest)];
}
