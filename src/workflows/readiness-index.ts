import type { Assessment } from '#domain/assessment.js';
import type { Evidence } from '#domain/evidence.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { BoundPart } from '#reports/form/build-bound.js';
import type { OpenBooks } from './change-books.js';
import { dayOf } from './door.js';

/** 类别 of K11, by family of book. */
const categories = {
  organisation: 'organisation', personnel: 'personnel', training: 'training', classification: 'classification', documents: 'carriers',
  places: 'places', devices: 'devices', cryptography: 'cryptography', activities: 'activities', 'waste-paper': 'carriers',
} as const;
type Category = (typeof categories)[keyof typeof categories] | 'self-assessment' | 'rectification';

/** What an index is made of. */
export interface IndexSource {
  readonly parts: readonly Omit<BoundPart, 'label'>[];
  readonly evidence: readonly Evidence[];
  readonly assessments: readonly Assessment[];
}

/** 迎检材料（保密工作档案）目录 (K11): every part that is bound, every file of evidence, with the checklists or items it speaks for; the level is left to the 定密责任人. */
export function readinessIndex(open: OpenBooks, { parts, evidence, assessments }: IndexSource, say: Say): readonly Block[] {
  const columns = ([['number', 12], ['category', 30], ['title', 62], ['date', 24], ['form', 14], ['item', 40], ['level', 16], ['place', 28]] as const).map(([key, width]) => ({ title: say(`index.column.${key}`), width, align: 'left' as const }));
  const bound = parts.filter(({ blocks }) => blocks !== undefined).map((part) => [say(`index.category.${categoryOf(open, part)}`), part.title, part.note, say('index.form.paper'), speaksFor(open, part, assessments), '', say('index.bound')]);
  const files = evidence.map((each) => [say('index.category.evidence'), `${each.number} ${each.title ?? each.name}`, each.on ?? dayOf(each.at), say('index.form.electronic'), each.belongsTo.join(say('paper.list-joiner')), '', each.purged === undefined ? say('index.folder') : say('index.purged')]);
  return [{ kind: 'table', columns, rows: [...bound, ...files].map((row, index) => [String(index + 1), ...row]), size: 'small' }, { kind: 'paragraph', text: say('index.note'), style: 'note' }];
}

function categoryOf(open: OpenBooks, part: Omit<BoundPart, 'label'>): Category {
  const book = bookOf(open, part);
  if (book !== undefined) return categories[book.group];
  return part.about ?? 'self-assessment';
}

// The checklists that judged a book say what it is evidence for.
function speaksFor(open: OpenBooks, part: Omit<BoundPart, 'label'>, assessments: readonly Assessment[]): string {
  const book = bookOf(open, part);
  const own = book === undefined ? [] : assessments.filter(({ registers }) => registers.some(({ register }) => register === book.id));
  return own.map(({ checklist }) => checklist.id).join(' ');
}

function bookOf({ books }: OpenBooks, { register }: Omit<BoundPart, 'label'>): OpenBooks['books'][number]['template'] | undefined {
  return register === undefined ? undefined : books.find(({ template }) => template.id === register)?.template;
}
