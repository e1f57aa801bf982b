import type { Checklist, Deduction, Item } from '#domain/checklist.js';
import { annexWords } from '#messages/annex-spellings.js';
import { annexSections } from './annex-sections.js';
import { annexSize, type AnnexItem } from './read-annex.js';
import { readRule } from './read-rule.js';

/** Where the annex says otherwise than the public reprints; the annex counts. */
export interface Disagreement {
  readonly itemId: string;
  readonly known: string;
  readonly annex: string;
}

/** The sheet with the annex in it, and what a person should look at. */
export interface CompletedChecklist {
  readonly checklist: Checklist;
  readonly imported: readonly string[];
  /** Items whose content and points are known now, by the annex or from reprints that agree. */
  readonly complete: number;
  readonly missing: readonly string[];
  readonly disagreements: readonly Disagreement[];
  /** Items whose scoring rule was not understood: the assessor enters the points. */
  readonly notUnderstood: readonly string[];
}

/** Puts the items of the annex into the sheet as it stands; `shipped` is what the program knows from public text. */
export function completeChecklist(present: Checklist, shipped: Checklist, annex: readonly AnnexItem[], day: string): CompletedChecklist {
  const known = new Map(itemsOf(shipped).map((item) => [item.id, item] as const));
  const given = new Map(annex.map((each) => [annexItemId(each.number), each] as const));
  const read = itemsOf(present).map((item) => {
    const each = given.get(item.id);
    return each === undefined ? { item } : importedItem(known.get(item.id) ?? item, each);
  });
  const items = read.map(({ item }) => item);
  const missing = items.filter((item) => !isComplete(item)).map(({ id }) => id);
  const done = items.length - missing.length;
  return {
    checklist: { ...present, ...headOf(done, items.length, day), sections: annexSections(present, shipped, items, given) },
    imported: annex.map(({ number }) => annexItemId(number)),
    complete: done,
    missing,
    disagreements: read.flatMap(({ disagreement }) => disagreement ?? []),
    notUnderstood: read.flatMap(({ item, understood }) => (understood === false ? [item.id] : [])),
  };
}

function itemsOf({ sections }: Checklist): readonly Item[] {
  return sections.flatMap((section) => section.items);
}

export function annexItemId(number: number): string {
  return `NAT-${String(number).padStart(2, '0')}`;
}

function headOf(done: number, all: number, day: string): Pick<Checklist, 'title' | 'edition' | 'origin'> {
  const fill = (text: string): string => text.replace('{done}', String(done)).replace('{day}', day);
  const isWhole = done === all;
  return { title: fill(isWhole ? annexWords.title : annexWords.titlePart), edition: annexWords.edition, origin: fill(isWhole ? annexWords.origin : annexWords.originPart) };
}

interface ImportedItem {
  readonly item: Item;
  readonly disagreement?: Disagreement;
  readonly understood?: boolean;
}

function importedItem(known: Item, annex: AnnexItem): ImportedItem {
  const points = known.kind === 'scored' ? annex.points : null;
  const { deductions, understood } = known.kind === 'veto' ? noRule : readRule(known.id, annex.rule, points);
  const disagreement = disagreementWith(known, points, understood ? deductions : undefined);
  const { deductions: own = [], ...kept } = known;
  const keepsPublic = own.length > 0 && disagreement === undefined;
  const item = { ...kept, ...annexTexts(known, annex), ...lossesOf(known, points, keepsPublic ? own : deductions) };
  return { item, ...(disagreement === undefined ? {} : { disagreement }), understood: keepsPublic || understood };
}

// A veto takes no points: it sets the grade.
const noRule = { deductions: [], understood: true };

function annexTexts(known: Item, annex: AnnexItem): Pick<Item, 'title' | 'objective' | 'withheld' | 'confidence' | 'guidance'> {
  const guidance = { how: filled(annexWords.how, annex), evidence: annexWords.evidence, note: annexWords.note };
  return { title: titleOf(known, annex), objective: annex.content, withheld: true, confidence: 'annex', guidance };
}

function lossesOf({ kind }: Item, points: number | null, deductions: readonly Deduction[]): Pick<Item, 'points' | 'deductions'> {
  return { ...(kind === 'scored' ? { points } : {}), ...(deductions.length === 0 ? {} : { deductions: [...deductions] }) };
}

// A short name that is the text itself would be printed with it.
function titleOf(known: Item, annex: AnnexItem): string {
  const short = annex.short?.slice(0, 40) ?? '';
  const isOwn = short.length >= 2 && short !== annex.content.slice(0, 40);
  return isOwn ? short : (known.title ?? filled(annexWords.item, annex));
}

function filled(words: string, { number }: AnnexItem): string {
  return words.replace('{number}', String(number));
}

// Points decide where the item has points, and its deduction where it has none.
function disagreementWith(known: Item, points: number | null, read: readonly Deduction[] | undefined): Disagreement | undefined {
  const [before, now] = known.kind === 'scored' ? [known.points ?? null, points] : [lossOf(known.deductions), lossOf(read)];
  return before === null || now === null || before === now ? undefined : { itemId: known.id, known: String(before), annex: String(now) };
}

function lossOf(deductions: readonly Deduction[] | undefined): string | null {
  if (deductions === undefined || deductions.length === 0) return null;
  return deductions.map(({ points, per }) => `${typeof points === 'number' ? String(points) : points.join('–')}${per === 'occurrence' ? '×' : ''}`).join(' + ');
}

function isComplete({ confidence, kind, points, deductions }: Item): boolean {
  if (!['annex', 'quoted', 'single-source'].includes(confidence)) return false;
  if (kind === 'scored') return points !== null && points !== undefined;
  return kind === 'veto' || (deductions ?? []).length > 0;
}

/** Points of items 1 to 50 in hundredths, and whether all of them have some. */
export function sumOfPoints(checklist: Checklist): { readonly sum: number; readonly isWhole: boolean } {
  const scored = itemsOf(checklist).slice(0, annexSize.scored);
  return { sum: scored.reduce((sum, { points }) => sum + Math.round((points ?? 0) * 100), 0), isWhole: scored.every(({ points }) => points !== null && points !== undefined) };
}
