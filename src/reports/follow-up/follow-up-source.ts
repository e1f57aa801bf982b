import type { Evidence } from '#domain/evidence.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { paperFrame, type SignedHead } from '../paper-frame.js';
import type { PaperFinding } from '../paper-source.js';

/** What a paper on the cure of problems is about: an outside inspection, one of the unit's own, or the year. */
export type Occasion =
  | { readonly kind: 'supervision'; readonly body: string; readonly on: string; readonly basis?: string }
  | { readonly kind: 'inspection'; readonly number: string; readonly on: string; readonly basis?: string }
  | { readonly kind: 'year'; readonly year: string };

/** All that papers on rectification are made of. */
export interface FollowUpSource extends SignedHead {
  readonly occasion: Occasion;
  /** Worst first; closed ones too. */
  readonly problems: readonly PaperFinding[];
  readonly parameters: readonly ParameterDeclaration[];
  /** Kept evidence by number. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** Calendar day of a moment. */
  readonly dayOf: (instant: string) => string;
}

/** The frame of such a paper: a 公文 body on its grid. */
export function officialPaper(source: FollowUpSource, template: string, title: string, blocks: ReportDocument['blocks'], say: Say): ReportDocument {
  return { ...paperFrame(source, { template, title }, say), geometry: 'official', footer: say('paper.footer'), blocks };
}
