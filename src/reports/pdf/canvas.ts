import type PDFDocument from 'pdfkit';
import type { Tone } from '#domain/report-document.js';
import { breakLines } from './break-lines.js';
import type { Faces } from './faces.js';
import type { FontRole } from './find-fonts.js';
import type { Sheet } from './sheet.js';

type Doc = InstanceType<typeof PDFDocument>;

export const ink = { text: '#1a1a1a', soft: '#5c5c5c', line: '#b9b9b9', faint: '#eeeeee', good: '#27557f', bad: '#b4531a', mark: '#e4e4e4' } as const;

export const toneColour: Readonly<Record<Tone, string>> = { good: ink.good, bad: ink.bad, open: ink.soft, plain: ink.text };

export interface Style {
  readonly role: FontRole;
  readonly size: number;
  readonly colour?: string;
  /** Line pitch as a multiple of the size. */
  readonly pitch?: number;
  /** Points added behind each character. */
  readonly spacing?: number;
}

/** Where the next thing goes, and the few ways to put it there. */
export interface Canvas {
  readonly doc: Doc;
  readonly faces: Faces;
  /** The page's edges; attachments have others than the body before them. */
  sheet: Sheet;
  y: number;
  /** Pages on which attachments begin, as far as they are drawn. */
  readonly begun: number[];
  /** The same of the whole paper, as the walk before found them; empty in that walk itself. */
  readonly starts: readonly number[];
  /** Notes that an attachment begins on this page. */
  begin(): void;
  /** Room left on this page. */
  room(): number;
  /** Starts a new page unless `height` still fits. */
  need(height: number): void;
  newPage(sheet?: Sheet): void;
  /** Width of a line in points. */
  widthOf(text: string, style: Style): number;
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
  readonly starts?: readonly number[];
}

/** Draws on `doc`. */
export function canvas(doc: Doc, { faces, lines, sheet, starts = [] }: Setting, onPage: () => void): Canvas {
  let page = 0;
  const self: Canvas = {
    doc,
    faces,
    sheet,
    y: sheet.top,
    begun: [],
    starts,
    begin: () => { self.begun.push(page); },
    room: () => self.sheet.height - self.sheet.bottom - self.y,
    need: (height) => {
      if (height > self.room() && self.y > self.sheet.top) self.newPage();
    },
    newPage: (next = self.sheet) => {
      self.sheet = next;
      doc.addPage({ size: 'A4', layout: next.width > next.height ? 'landscape' : 'portrait', margins: { top: next.top, bottom: 0, left: next.left, right: next.right } });
      page += 1;
      onPage();
      self.y = next.top;
    },
    widthOf: (text, style) => widthOf(faces, text, style),
    line: (text, x, top, style, width, align = 'left') => {
      const shift = width === undefined || align === 'left' ? 0 : (width - widthOf(faces, text, style)) * (align === 'right' ? 1 : 0.5);
      drawRuns(self, text, x + shift, top + style.size * 0.92, style);
    },
    lines,
    pitch: (style) => style.size * (style.pitch ?? 1.5),
  };
  return self;
}

/** Breaks each text into lines once: the walk that counts pages and the one that draws ask the same. */
export function lineBreaker(faces: Faces): Canvas['lines'] {
  // A map for each look: joining look and text into one key would hash long texts anew each time.
  const looks = new Map<string, Map<string, readonly string[]>>();
  return (text, style, width) => {
    const look = `${style.role} ${String(style.size)} ${String(style.spacing ?? 0)} ${String(width)}`;
    const known = looks.get(look) ?? new Map<string, readonly string[]>();
    if (known.size === 0) looks.set(look, known);
    let lines = known.get(text);
    if (lines === undefined) {
      lines = breakLines(text, width, (part) => widthOf(faces, part, style));
      known.set(text, lines);
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

function widthOf(faces: Faces, text: string, { role, size, spacing }: Style): number {
  const width = faces.width(text, role, size);
  return spacing === undefined ? width : width + spacing * charactersIn(text);
}

function charactersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}

// A font is given to the document when it first writes with it.
const registered = new WeakMap<Doc, Set<string>>();

function drawRuns({ doc, faces }: Canvas, text: string, x: number, baseline: number, style: Style): void {
  const known = registered.get(doc) ?? new Set();
  registered.set(doc, known);
  let at = x;
  doc.fillColor(style.colour ?? ink.text).fontSize(style.size);
  for (const { face, text: run, ems } of faces.runs(text, style.role)) {
    if (!known.has(face.name)) doc.registerFont(face.name, face.font as unknown as string);
    known.add(face.name);
    doc.font(face.name).text(run, at, baseline, { lineBreak: false, baseline: 'alphabetic', ...(style.spacing === undefined ? {} : { characterSpacing: style.spacing }) });
    at += ems * style.size + (style.spacing ?? 0) * charactersIn(run);
  }
}
