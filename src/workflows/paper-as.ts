import type { ReportDocument } from '#domain/report-document.js';
import { writePaperBook } from '#registers/write-paper-book.js';
import { attachmentBytes, checkCode, digestOf, type AttachedAssessment, type ReportAttachment } from '#reports/pdf/attachment.js';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import { writeMarkdown } from '#reports/text/write-markdown.js';
import type { Program } from './desk.js';
import { fontFolders } from './font-folders.js';

export const paperFormats = ['pdf', 'md', 'xlsx', 'json'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** What a paper says, before it takes a shape. */
export interface ComposedPaper {
  readonly document: ReportDocument;
  readonly assessments: readonly AttachedAssessment[];
}

export interface ShapedPaper {
  readonly bytes: Buffer;
  readonly checkCode: string;
  /** Only a PDF has pages. */
  readonly pages: number;
  readonly missing: readonly string[];
}

/** The same words and figures as a PDF that can be verified, as text, as a workbook, or as data. */
export async function paperAs(format: PaperFormat, program: Program, { document, assessments }: ComposedPaper): Promise<ShapedPaper> {
  if (format === 'pdf') {
    const fonts = findFonts(fontFolders(program));
    const used = fonts.used.map(({ role, name, digest }) => ({ role, name, digest }));
    return drawDocument({ format: 1, toolVersion: program.version, fonts: used, document, assessments: [...assessments] }, fonts);
  }
  const data = attachmentBytes({ format: 1, toolVersion: program.version, fonts: [], document, assessments: [...assessments] } satisfies ReportAttachment);
  const code = checkCode(digestOf(data));
  const words: Readonly<Record<string, string>> = { number: document.number, code, page: '1', pages: '1' };
  const footer = document.footer.replace(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank);
  const bytes = { json: () => data, md: () => Buffer.from(writeMarkdown(document, footer)), xlsx: async () => Buffer.from(await writePaperBook(document, footer)) };
  return { bytes: await bytes[format](), checkCode: code, pages: 0, missing: [] };
}
