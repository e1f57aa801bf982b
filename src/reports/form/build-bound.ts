import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { paperFrame, type PaperHead } from '../paper-frame.js';

/** One part of a bound paper: a line of the contents, and its pages where there is something to print. */
export interface BoundPart {
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly blocks?: readonly Block[];
  readonly landscape?: boolean;
  /** The book it prints, or else what it is about: for an index. */
  readonly register?: string;
  readonly about?: 'self-assessment' | 'rectification' | 'devices';
  /** The body of a 公文, on its grid, under its own title. */
  readonly isLetter?: boolean;
}

export interface BoundSource extends PaperHead {
  readonly template: string;
  readonly title: string;
  readonly note: string;
  readonly parts: readonly BoundPart[];
}

/** Papers bound into one, with contents and page numbers. */
export function buildBound(source: BoundSource, say: Say): ReportDocument {
  const { title, unit, note, parts } = source;
  const printed = parts.filter(({ blocks }) => blocks !== undefined);
  const rows = parts.map((part, index) => ({ number: String(index + 1), title: part.title, note: part.note, attachment: part.blocks === undefined ? null : printed.indexOf(part) }));
  return {
    ...paperFrame(source, source, say),
    geometry: 'official',
    footer: say('paper.footer'),
    blocks: [{ kind: 'official', style: 'title', text: `${unit}${title}` }, { kind: 'contents', page: say('bound.page'), rows }, { kind: 'paragraph', text: note, style: 'note' }, ...printed.flatMap(partBlocks)],
  };
}

// The head of a form, and the heading of a letter, stand in the attachment's own title.
function partBlocks({ label, title, blocks = [], landscape, isLetter }: BoundPart): readonly Block[] {
  const first: Block = { kind: 'attachment', label, title, ...(landscape === true ? { landscape: true } : {}), ...(isLetter === true ? { letter: true } : {}) };
  return [first, ...blocks.filter(({ kind }, at) => kind !== 'form-head' && !(kind === 'page-break' && at === 0))];
}
