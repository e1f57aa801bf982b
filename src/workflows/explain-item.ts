import { AppError } from '#domain/app-error.js';
import type { Checklist, Item } from '#domain/checklist.js';
import type { Fact } from '#domain/fact.js';
import type { ItemResult } from '#domain/item-result.js';
import type { Parameter, ParameterDeclaration } from '#domain/parameter.js';
import { printableItem } from '#domain/printable-item.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { probes } from '#facts/probes/index.js';
import type { Store } from '#store/store.js';
import type { Desk } from './desk.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog, type Catalog } from './load-catalog.js';
import { fitsNetwork } from './fitting-checklist.js';
import { loadChecklist } from './load-checklist.js';
import { probesFor } from './reckoned-facts.js';
import { openIfThere } from './open-if-there.js';
import { assessmentEntries, openAssessment } from './open-assessment.js';

/** One fact that an item is judged on: everything its probe reads, and how the newest look went. */
export interface FactRead {
  readonly id: string;
  readonly sources: readonly string[];
  readonly newest?: Pick<Fact, 'status' | 'readAt'> & { readonly reason?: string };
}

/** The newest judging of an item. */
export interface NewestResult {
  readonly assessment: string;
  readonly at: string;
  readonly result: ItemResult;
}

/** Everything about one item: what it wants, on what ground, how it is judged, what it reads, what came out last. */
export interface ItemExplanation {
  readonly checklist: Pick<Checklist, 'id' | 'title' | 'edition'>;
  /** Other checklists with an item of this id. */
  readonly alsoIn: readonly string[];
  readonly section: string;
  readonly item: Item;
  readonly facts: readonly FactRead[];
  readonly registers: readonly { readonly id: string; readonly title: string }[];
  readonly parameters: readonly { readonly declaration: ParameterDeclaration; readonly parameter?: Parameter }[];
  readonly newest?: NewestResult;
}

/** Explains an item by id, in the checklist named, else in one that fits this machine's network; works before `init` too, then without results. */
export async function explainItem(desk: Desk, itemId: string, checklistId: string | undefined): Promise<ItemExplanation> {
  const wanted = itemId.toUpperCase();
  const catalog = loadCatalog(desk.program);
  const files = listChecklistFiles(desk.program, desk.folder).filter(({ id }) => checklistId === undefined || id === checklistId);
  const all = files.map(({ file }) => loadChecklist(file, catalog.environment));
  const found = all.filter(({ items }) => items.some(({ item }) => item.id === wanted));
  const store = await openIfThere(desk.folder);
  try {
    const compiled = found.find(({ checklist }) => store !== undefined && fitsNetwork(checklist, store.identity.network)) ?? found[0];
    if (compiled === undefined) throw new AppError('item-nowhere', { item: itemId, near: nearest(wanted, all) });
    const others = found.filter((each) => each !== compiled);
    return { ...explained(compiled, wanted, catalog, store), alsoIn: others.map(({ checklist }) => checklist.id) };
  } finally {
    await store?.close();
  }
}

function explained({ checklist, items }: CompiledChecklist, wanted: string, catalog: Catalog, store: Store | undefined): Omit<ItemExplanation, 'alsoIn'> {
  const compiled = items.find(({ item }) => item.id === wanted);
  if (compiled === undefined) throw new AppError('item-unknown', { checklist: checklist.id, item: wanted });
  const { reads, item } = compiled;
  const { id, title, edition } = checklist;
  const latest = store === undefined ? undefined : newestIn(store, id, wanted);
  return {
    checklist: { id, title, edition },
    section: checklist.sections.find((section) => section.id === compiled.sectionId)?.title ?? '',
    item: printableItem(item),
    facts: reads.facts.map((fact): FactRead => ({ id: fact, sources: sourcesOf(fact), ...lastLook(latest?.facts[fact]) })),
    registers: [...new Set([...(compiled.register === undefined ? [] : [compiled.register]), ...reads.registers])].map((register) => ({ id: register, title: catalog.templates.find((template) => template.id === register)?.title.zh ?? register })),
    parameters: [...new Set(reads.parameters.map(({ parameter }) => parameter))].flatMap((parameter) => declared(parameter, catalog, store?.read())),
    ...(latest === undefined ? {} : { newest: { assessment: latest.number, at: latest.at, result: latest.result } }),
  };
}

// What is reckoned with the books is made of what a probe read.
function sourcesOf(fact: string): readonly string[] {
  const [asked] = probesFor([fact]);
  return probes.find(({ id }) => id === asked)?.sources ?? [];
}

function lastLook(fact: Fact | undefined): Pick<FactRead, 'newest'> {
  if (fact === undefined) return {};
  return { newest: { status: fact.status, readAt: fact.readAt, ...(fact.status === 'unavailable' ? { reason: fact.reason } : {}) } };
}

function declared(id: string, { parameters }: Catalog, snapshot: WorkingSet | undefined): ItemExplanation['parameters'] {
  const declaration = parameters.find((each) => each.id === id);
  const parameter = Object.values(snapshot?.parameters ?? {}).find((each) => each.id === id);
  return declaration === undefined ? [] : [{ declaration, ...(parameter === undefined ? {} : { parameter }) }];
}

function newestIn(store: Store, checklistId: string, itemId: string): { readonly number: string; readonly at: string; readonly result: ItemResult; readonly facts: Readonly<Record<string, Fact>> } | undefined {
  const entry = assessmentEntries(store.read()).find((each) => each.checklistId === checklistId && each.trigger !== 'replay');
  if (entry === undefined) return undefined;
  const { number, at, results, facts } = openAssessment(store, entry);
  const result = results.find((each) => each.itemId === itemId);
  return result === undefined ? undefined : { number, at, result, facts };
}

const mostNear = 8;

// Ids of the same family, for who remembers only half of it.
function nearest(wanted: string, all: readonly CompiledChecklist[]): string {
  const ids = [...new Set(all.flatMap(({ items }) => items.map(({ item }) => item.id)))];
  const family = wanted.split('-')[0] ?? '';
  return (ids.some((id) => id.startsWith(`${family}-`)) ? ids.filter((id) => id.startsWith(`${family}-`)) : ids).slice(0, mostNear).join(' ');
}
