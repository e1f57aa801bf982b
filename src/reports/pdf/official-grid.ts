import type { Canvas, Style } from './canvas.js';
import { official } from './sheet.js';

/** 22 lines on 225 mm. */
export const gridPitch = (official.height - official.top - official.bottom) / 22;
const size = 16;
/** 28 characters of 16 points on 156 mm stand a little closer than their size. */
const spacing = official.content / 28 - size;
/** Width of one character of the grid. */
export const em = size + spacing;

/** How the parts of an official body look: 3号 (16 points) all, in faces by level. */
export const officialLooks = {
  title: { role: 'title', size: 22 },
  strong: { role: 'strong', size, spacing },
  kai: { role: 'kai', size, spacing },
  text: { role: 'fangsong', size, spacing },
} as const satisfies Readonly<Record<string, Style>>;

/** One line of the grid; a gap is left out where a page begins with it. */
export interface GridLine {
  readonly text: string;
  readonly style: Style;
  /** Points from the left edge of the type area. */
  readonly x: number;
  /** Stays on one page with the next line. */
  keep: boolean;
  readonly isGap?: boolean;
  /** More text on the same line, at a place of its own. */
  readonly then?: { readonly text: string; readonly x: number };
}

/** A blank line. */
export function gap(keep: boolean): GridLine {
  return { text: '', style: officialLooks.text, x: 0, keep, isGap: true };
}

/** Puts lines on the grid, page after page; `after` points below the last heading are left to what follows it. */
export function placeLines(to: Canvas, lines: readonly GridLine[], after: number): void {
  snap(to);
  const reserve = lines.at(-1)?.keep === true ? Math.ceil(after / gridPitch) : 0;
  for (let from = 0; from < lines.length; ) {
    const end = endOfPage(lines, from, { room: linesLeft(to), reserve, isFresh: to.y <= to.sheet.top });
    const first = to.y <= to.sheet.top && lines[from]?.isGap === true ? from + 1 : from;
    for (const line of lines.slice(first, end)) drawLine(to, line);
    from = end;
    if (from < lines.length) to.newPage();
  }
}

/** One line where the canvas stands, its characters in the middle of the pitch. */
export function drawLine(to: Canvas, { text, style, x, then }: GridLine): void {
  // An ideograph reaches 0.88 of its size above the baseline; `line` takes 0.92 for it.
  const top = to.y + (gridPitch - style.size) / 2 - 0.04 * style.size;
  if (text !== '') to.line(text, to.sheet.left + x, top, style);
  if (then !== undefined) to.line(then.text, to.sheet.left + then.x, top, style);
  to.y += gridPitch;
}

interface PageEnd {
  /** Lines that still fit. */
  readonly room: number;
  readonly reserve: number;
  /** Nothing stands on the page yet. */
  readonly isFresh: boolean;
}

function endOfPage(lines: readonly GridLine[], from: number, { room, reserve, isFresh }: PageEnd): number {
  const left = lines.length - from;
  if (left + reserve <= room) return lines.length;
  for (let end = Math.min(from + room, lines.length - 1); end > from; end -= 1) if (lines[end - 1]?.keep === false) return end;
  // What belongs together begins on a new page; what is longer than a page is torn.
  return isFresh ? from + Math.max(1, Math.min(room, left)) : from;
}

// Tables between the lines end anywhere: the text below them goes on at the next line of the grid.
function snap(to: Canvas): void {
  to.y = to.sheet.top + Math.ceil((to.y - to.sheet.top) / gridPitch - 0.01) * gridPitch;
}

function linesLeft(to: Canvas): number {
  return Math.max(0, Math.floor(to.room() / gridPitch + 0.01));
}
