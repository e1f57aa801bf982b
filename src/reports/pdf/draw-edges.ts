import type { ReportDocument } from '#domain/report-document.js';
import { ink, type Canvas, type Style } from './canvas.js';
import { drawLine, officialLooks } from './official-grid.js';
import { mm, official } from './sheet.js';

/** What only drawing knows of a page. */
export interface PageWords {
  readonly number: string;
  readonly code: string;
  readonly page: number;
  readonly pages: number;
}

const watermark: Style = { role: 'strong', size: 46, colour: ink.mark };
const foot: Style = { role: 'body', size: 8.5, colour: ink.soft };
const tiny: Style = { role: 'body', size: 6.5, colour: ink.soft };
const pageNumber: Style = { role: 'song', size: 14 };

/** Light ink below the text instead of transparency, which PDF/A-1 forbids. */
export function drawWatermark(to: Canvas, text: string | undefined): void {
  if (text === undefined) return;
  const { width, height } = to.sheet;
  to.doc.save().rotate(-32, { origin: [width / 2, height / 2] });
  to.line(text, (width - to.widthOf(text, watermark)) / 2, height / 2 - watermark.size * 0.92, watermark);
  to.doc.restore();
}

/** What the user had set above the first page, and a blank line below it. */
export function drawMark(to: Canvas, text: string | undefined): void {
  if (text === undefined) return;
  drawLine(to, { text, style: officialLooks.strong, x: 0, keep: true });
  drawLine(to, { text: '', style: officialLooks.strong, x: 0, keep: true });
}

/** Number, check code and page below a report; below an official paper they are small, and the page number stands where the standard wants it. */
export function drawFooter(to: Canvas, document: ReportDocument, words: PageWords): void {
  const text = document.footer.replace(/\{(\w+)\}/g, (blank, name: string) => (Object.hasOwn(words, name) ? String(words[name as keyof PageWords]) : blank));
  const { left, height, content } = to.sheet;
  if (document.geometry === 'official') {
    to.line(text, left, height - 30, tiny, content, 'center');
    drawPageNumber(to, words.page);
    return;
  }
  to.doc.moveTo(left, height - 46).lineTo(left + content, height - 46).lineWidth(0.4).stroke(ink.line);
  to.line(text, left, height - 40, foot, content, 'center');
}

/** The dashes' height above the baseline, in ems. */
const dashHeight = 0.38;

// Outside, one character from the edge of the type area, the dashes 7 mm below it.
function drawPageNumber(to: Canvas, page: number): void {
  const text = `\u2014 ${String(page)} \u2014`;
  const { size } = pageNumber;
  const outer = page % 2 === 0 ? official.left + size : official.left + official.content - size - to.widthOf(text, pageNumber);
  const baseline = official.height - official.bottom + 7 * mm + dashHeight * size;
  if (to.sheet.width < to.sheet.height) {
    to.line(text, outer, baseline - 0.92 * size, pageNumber);
    return;
  }
  // A crosswise page is bound turned to the left: the same place on the paper is at its left edge.
  const place = { x: official.height - baseline, y: outer };
  to.doc.save().rotate(90, { origin: [place.x, place.y] });
  to.line(text, place.x, place.y - 0.92 * size, pageNumber);
  to.doc.restore();
}
