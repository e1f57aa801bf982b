import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';

/** Whose paper it is: what stands on every one of them. */
export interface PaperHead {
  readonly number: string;
  readonly unit: string;
  /** Moment of the paper, the only date in its file. */
  readonly at: string;
  readonly isDemo: boolean;
}

/** The same with who fills it in, and on which day (`YYYY-MM-DD`). */
export interface SignedHead extends PaperHead {
  readonly by: string;
  readonly day: string;
}

/** What a document says of itself, before its blocks. */
export function paperFrame({ number, unit, at, isDemo }: PaperHead, { template, title }: Pick<ReportDocument, 'template' | 'title'>, say: Say): Omit<ReportDocument, 'footer' | 'blocks'> {
  return { format: 1, template, title, number, unit, at, ...(isDemo ? { watermark: say('paper.watermark-demo') } : {}) };
}
