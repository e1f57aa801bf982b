import type PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.js';
import type { Faces } from './faces.js';
import type { FontRole } from './find-fonts.js';
import type { Sheet } from './sheet.js';

type Doc = InstanceType<typeof PDFDocument>;

export const ink = { text: '#1a1a1a', soft: '#5c5c5c', line: '#b9b9b9', faint: '#eeeeee', good: '#27557f', bad: '#b4531a', mark: '#e4e4e4' } as const;

export interface Style {
  readonly role: FontRole;
  readonly size: number;
  readonly colour?: string;
  /** Line pitch as a multiple of the size. */
  readonly pitch?: number;
}

/** Where the next thing goes, and the few ways to put it there. */
export interface Canvas {
  readonly doc: Doc;
  readonly faces: Faces;
  readonly sheet: Sheet;
  y: number;
  /** Room left on this page. */
  room(): number;
  /** Starts a new page unless `height` still fits. */
  need(height: number): void;
  newPage(): void;
  /** One line at a place; `align` within `width`. */
  line(text: string, x: number, top: number, style: Style, width?: number, align?: 'left' | 'right' | 'center'): void;
  lines(text: string, style: Style, width: number): readonly string[];
  pitch(style: Style): number;
}

/** What both walks over the blocks share. */
export interface Setting {
  readonly faces: Faces;
  readonly lines: Canvas['lines'];
  readonly sheet: Sheet;
}

/** Draws on `doc`. */
export function canvas(doc: Doc, { faces, lines, sheet }: Setting, onPage: () => void): Canvas {
  const self: Canvas = {
    doc,
    faces,
    sheet,
    y: sheet.top,
    room: () => sheet.height - sheet.bottom - self.y,
    need: (height) => {
      if (height > self.room() && self.y > sheet.top) self.newPage();
    },
    newPage: () => {
      doc.addPage();
      onPage();
      self.y = sheet.top;
    },
    line: (text, x, top, style, width, align = 'left') => {
      const shift = width === undefined || align === 'left' ? 0 : (width - faces.width(text, style.role, style.size)) * (align === 'right' ? 1 : 0.5);
      drawRuns(doc, faces, text, x + shift, top + style.size * 0.92, style);
    },
    lines,
    pitch: (style) => style.size * (style.pitch ?? 1.5),
  };
  return self;
}

/** Breaks each text into lines once: the walk that counts pages and the one that draws ask the same. */
export function lineBreaker(faces: Faces): Canvas['lines'] {
  const known = new Map<string, readonly string[]>();
  return (text, style, width) => {
    const key = `${style.role} ${String(style.size)} ${String(width)} ${text}`;
    let lines = known.get(key);
    if (lines === undefined) {
      lines = breakLines(faces, text, style.role, style.size, width);
      known.set(key, lines);
    }
    return lines;
  };
}

/** The same walk with nothing drawn: it only finds where pages end. */
export function measuringCanvas(setting: Setting, onPage: () => void): Canvas {
  return Object.assign(canvas(silentDocument, setting, onPage), { line: () => undefined });
}

// Takes every call and does nothing.
const silentDocument: Doc = new Proxy({} as Doc, { get: () => () => silentDocument });

function drawRuns(doc: Doc, faces: Faces, text: string, x: number, baseline: number, style: Style): void {
  let at = x;
  doc.fillColor(style.colour ?? ink.text).fontSize(style.size);
  for (const run of faces.runs(text, style.role)) {
    doc.font(run.face.name).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    at += run.ems * style.size;
  }
}
