import type { Block } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';

const row: Style = { role: 'body', size: 10.5, pitch: 1.75 };
const note: Style = { role: 'body', size: 9, colour: ink.soft };
const columns = { number: 34, note: 150, page: 40 } as const;

/** Contents of a bound book, a line each: number, title, what there is of it, page. */
export function drawContents(to: Canvas, { page, rows }: Extract<Block, { kind: 'contents' }>): void {
  const { left, content } = to.sheet;
  const right = left + content;
  to.line(page, right - columns.page, to.y, note, columns.page, 'right');
  to.y += to.pitch(row);
  for (const each of rows) {
    to.need(to.pitch(row));
    to.line(each.number, left, to.y, row);
    const [title = ''] = to.lines(each.title, row, content - columns.number - columns.note - columns.page);
    to.line(title, left + columns.number, to.y, row);
    to.line(each.note, right - columns.page - columns.note, to.y + 1, note, columns.note - 8, 'right');
    to.line(each.attachment === null ? '' : String(to.starts[each.attachment] ?? ''), right - columns.page, to.y, row, columns.page, 'right');
    to.y += to.pitch(row);
    to.doc.moveTo(left, to.y - 3).lineTo(right, to.y - 3).lineWidth(0.3).stroke(ink.line);
  }
  to.y += 8;
}
