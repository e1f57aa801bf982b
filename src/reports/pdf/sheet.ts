import type { ReportDocument } from '#domain/report-document.js';

/** Points of a millimetre. */
export const mm = 72 / 25.4;

/** Edges of a page in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Room between the margins. */
  readonly content: number;
}

const a4 = { width: 595.28, height: 841.89 };

/** A4, wider on the binding side. */
export const portrait: Sheet = withContent({ ...a4, top: 54, bottom: 62, left: 62, right: 50 });
/** The same turned: bound among upright pages, its binding side is the upper one. */
export const landscape: Sheet = withContent({ width: a4.height, height: a4.width, top: 42, bottom: 49, left: 50, right: 50 });
/** GB/T 9704: margins of 37, 28, 26 and 35 mm leave 156 by 225 mm. */
export const official: Sheet = withContent({ ...a4, top: 37 * mm, bottom: 35 * mm, left: 28 * mm, right: 26 * mm });
/** Attachments of an official paper: wider, but the page number stays where it is on the pages before. */
export const attached: Sheet = withContent({ ...a4, top: 54, bottom: 35 * mm, left: 62, right: 50 });
/** The same crosswise, to be turned to the left when bound: its left edge is the foot of the upright page. */
export const attachedCrosswise: Sheet = withContent({ width: a4.height, height: a4.width, top: 62, bottom: 50, left: 35 * mm, right: 54 });

export function sheetOf(document: Pick<ReportDocument, 'landscape' | 'geometry'>): Sheet {
  if (document.geometry === 'official') return official;
  return document.landscape === true ? landscape : portrait;
}

function withContent(edges: Omit<Sheet, 'content'>): Sheet {
  return { ...edges, content: edges.width - edges.left - edges.right };
}
