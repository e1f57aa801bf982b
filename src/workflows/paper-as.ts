import type { ReportDocument } from '#domain/report-document.js';
import { writePaperBook } from '#registers/write-paper-book.js';
import { attachmentBytes, checkCode, digestOf, type AttachedAssessment } from '#reports/pdf/attachment.js';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { findFonts, rolesOf } from '#reports/pdf/find-fonts.js';
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

/** The same words and figures as a PDF that can be verified, as text, as a workbook, or as data; the check code is that of the figures. */
export async function paperAs(format: PaperFormat, program: Program, { document, assessments }: ComposedPaper): Promise<ShapedPaper> {
  const common = { format: 1 as const, toolVersion: program.version, document, assessments: [...assessments] };
  if (format === 'pdf') {
    const fonts = findFonts(fontFolders(program), rolesOf(document));
    return drawDocument({ ...common, fonts: fonts.used.map(({ role, name, digest }) => ({ role, name, digest })) }, fonts);
  }
  const data = attachmentBytes({ ...common, fonts: [] });
  const digest = digestOf(data);
  const code = checkCode(digest);
  const writers = { json: () => data, md: () => Buffer.from(writeMarkdown(document, { code, digest })), xlsx: async () => Buffer.from(await writePaperBook(document, { code, digest })) };
  return { bytes: await writers[format](), checkCode: code, pages: 0, missing: [] };
}
