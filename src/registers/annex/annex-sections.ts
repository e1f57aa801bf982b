import type { Checklist, Item, Section } from '#domain/checklist.js';
import { annexPatterns, annexWords } from '#messages/annex-spellings.js';
import { categoryName } from './category-name.js';
import type { AnnexItem } from './read-annex.js';

/** Items in their categories: those of the annex where it names them, else those of the sheet. The name of a category is text of the annex too: only public ones are taken over. */
export function annexSections(present: Checklist, shipped: Checklist, items: readonly Item[], annex: ReadonlyMap<string, AnnexItem>): Section[] {
  const sectionOf = new Map(present.sections.flatMap((section) => section.items.map((item) => [item.id, section] as const)));
  const publicTitles = shipped.sections.map(({ title }) => title);
  const groups: { key: string; title: string; items: Item[] }[] = [];
  for (const item of items) {
    const category = annex.get(item.id)?.category;
    const section = sectionOf.get(item.id);
    const key = category === undefined ? (section?.title ?? '') : categoryName(category);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, title: category === undefined ? key : titleFor(category, publicTitles, groups.length + 1), items: [item] });
  }
  return groups.map(({ title, items: own }, index) => ({ id: `category-${String(index + 1)}`, title, items: own }));
}

function titleFor(category: string, publicTitles: readonly string[], position: number): string {
  const name = categoryName(category);
  const ordinal = annexPatterns.ordinal.exec(category)?.[1];
  if (name.length > 2 && publicTitles.some((title) => title.includes(name))) return `${ordinal === undefined ? '' : `${ordinal}${annexWords.comma}`}${name}`;
  return ordinal === undefined ? annexWords.categoryWithout.replace('{ordinal}', String(position)) : annexWords.category.replace('{ordinal}', ordinal);
}
