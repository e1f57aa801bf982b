import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { ReportDocument } from '#domain/report-document.js';
import { attachmentBytes, checkCode, digestOf, type ReportAttachment } from './attachment.js';
import { canvas, lineBreaker, measuringCanvas, type Canvas } from './canvas.js';
import { drawBlocks } from './draw-blocks.js';
import { drawFooter, drawMark, drawWatermark } from './draw-edges.js';
import type { Seal } from './draw-verification.js';
import { openFaces } from './faces.js';
import type { FontSet } from './find-fonts.js';
import { blankKey, blankMark, emptySeal, sealBytes, sealKey } from './seal-bytes.js';
import { sheetOf, type Sheet } from './sheet.js';

/** PDF/A-3b carries the figures; its twin in PDF/A-1b, without them, is for validators of the older part. */
export type PdfPart = 'A-3b' | 'A-1b';

export interface DrawnPages {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Characters no font had: printed as U+ and their code. */
  readonly missing: readonly string[];
}

export interface DrawnPaper extends DrawnPages {
  readonly checkCode: string;
  /** Digest of the attached figures. */
  readonly dataDigest: string;
}

type Doc = InstanceType<typeof PDFDocument>;

/** Draws a paper; the same figures with the same fonts give the same bytes, anywhere and at any time. */
export async function drawDocument(attachment: ReportAttachment, fonts: FontSet, part: PdfPart = 'A-3b'): Promise<DrawnPaper> {
  const { document, toolVersion } = attachment;
  const data = attachmentBytes(attachment);
  const dataDigest = digestOf(data);
  const code = checkCode(dataDigest);
  const drawn = await drawPaper(document, fonts, { toolVersion, part, seal: { code, digest: dataDigest, number: document.number }, mark: { [sealKey]: emptySeal }, ...(part === 'A-3b' ? { data } : {}) });
  return { ...drawn, bytes: sealBytes(drawn.bytes), checkCode: code, dataDigest };
}

/** Draws a form to be filled in by hand: without number, figures and check code there is nothing to verify. */
export function drawBlankForm(document: ReportDocument, toolVersion: string, fonts: FontSet): Promise<DrawnPages> {
  return drawPaper(document, fonts, { toolVersion, part: 'A-3b', seal: { code: '', digest: '', number: '' }, mark: { [blankKey]: blankMark } });
}

interface Making {
  readonly toolVersion: string;
  readonly part: PdfPart;
  readonly seal: Seal;
  /** Entry of the Info dictionary that tells what kind of paper this is. */
  readonly mark: Readonly<Record<string, string>>;
  readonly data?: Buffer;
}

async function drawPaper(document: ReportDocument, fonts: FontSet, making: Making): Promise<DrawnPages> {
  const faces = openFaces(fonts);
  const setting = { faces, lines: lineBreaker(faces), sheet: sheetOf(document) };
  const doc = newDocument(document, setting.sheet, making);
  const finished = collect(doc);
  // Pages are written as they are filled, so their number must be known before: a first walk draws nothing.
  const { pages, starts } = drawPages((onPage) => measuringCanvas(setting, onPage), document, making.seal, 0);
  drawPages((onPage) => canvas(doc, { ...setting, starts }, onPage), document, making.seal, pages);
  if (making.data !== undefined) attach(doc, making.data, document.at);
  doc.end();
  return { bytes: await finished, pages, missing: [...faces.missing] };
}

/** Draws all blocks; tells how many pages that took, and on which of them attachments begin. */
function drawPages(open: (onPage: () => void) => Canvas, document: ReportDocument, seal: Seal, total: number): { readonly pages: number; readonly starts: readonly number[] } {
  let count = 0;
  const to = open(() => {
    count += 1;
    drawWatermark(to, document.watermark);
    drawFooter(to, document, { number: document.number, code: seal.code, page: count, pages: total });
  });
  to.newPage();
  drawMark(to, document.mark);
  drawBlocks(to, document.blocks, seal);
  return { pages: count, starts: to.begun };
}

function newDocument(document: ReportDocument, sheet: Sheet, { toolVersion, part, mark }: Making): Doc {
  const creator = `Zicha ${toolVersion}`;
  const author = document.unit === '' ? {} : { Author: document.unit };
  const info = { Title: `${document.title} ${document.number}`.trim(), ...author, Creator: creator, Producer: creator, CreationDate: new Date(document.at), ...mark };
  return new PDFDocument({
    size: 'A4',
    layout: sheet.width > sheet.height ? 'landscape' : 'portrait',
    margins: { top: sheet.top, bottom: 0, left: sheet.left, right: sheet.right },
    subset: part === 'A-3b' ? 'PDF/A-3b' : 'PDF/A-1b',
    pdfVersion: part === 'A-3b' ? '1.7' : '1.4',
    font: null as unknown as string,
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: false,
    info,
  });
}

function collect(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => { resolve(Buffer.concat(chunks)); });
    doc.on('error', reject);
  });
}

// The library takes `relationship`; its published types do not know it yet.
const attachmentOptions: PDFKit.Mixins.PDFAttachmentOptions & { readonly relationship: string } = {
  name: 'report.json',
  type: 'application/json',
  relationship: 'Data',
  description: 'report.json',
};

function attach(doc: Doc, data: Buffer, at: string): void {
  const date = new Date(at);
  withBinaryChecksum(doc, () => {
    doc.file(data, { ...attachmentOptions, creationDate: date, modifiedDate: date });
  });
}

interface Body {
  Type?: string;
  Params?: { CheckSum?: unknown };
}

// The library writes the MD5 as text; ISO 32000 wants its sixteen bytes.
function withBinaryChecksum(doc: Doc, run: () => void): void {
  const owner = doc as unknown as { ref?: (body: Body) => { end(data?: Buffer): void } };
  const original = owner.ref?.bind(doc);
  owner.ref = (body) => {
    const reference = original?.(body) as { end(data?: Buffer): void };
    if (body.Type !== 'EmbeddedFile') return reference;
    const end = reference.end.bind(reference);
    reference.end = (data) => {
      if (body.Params !== undefined && data !== undefined) body.Params.CheckSum = createHash('md5').update(data).digest();
      end(data);
    };
    return reference;
  };
  try {
    run();
  } finally {
    delete owner.ref;
  }
}
