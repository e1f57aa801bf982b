import type { ReportDocument } from '#domain/report-document.js';

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

/** A4, wider on the binding side. */
export const portrait: Sheet = withContent({ width: 595.28, height: 841.89, top: 54, bottom: 62, left: 62, right: 50 });
/** The same turned: bound among upright pages, its binding side is the upper one. */
export const landscape: Sheet = withContent({ width: 841.89, height: 595.28, top: 42, bottom: 49, left: 50, right: 50 });

export function sheetOf(document: Pick<ReportDocument, 'landscape'>): Sheet {
  return document.landscape === true ? landscape : portrait;
}

function withContent(edges: Omit<Sheet, 'content'>): Sheet {
  return { ...edges, content: edges.width - edges.left - edges.right };
}
