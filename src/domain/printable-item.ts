import type { Checklist, Deduction, Item } from './checklist.js';

/** What may leave this machine of an item's objective: the text of an imported annex never does, its short name of our own does. */
export function printableObjective({ id, title, objective, withheld }: Pick<Item, 'id' | 'title' | 'objective' | 'withheld'>): string {
  return withheld === true ? (title ?? id) : objective;
}

/** The same for one way to lose points: its number stands for it. */
export function printableDeduction({ id, when }: Pick<Deduction, 'id' | 'when'>, { withheld }: Pick<Item, 'withheld'>): string {
  return withheld === true ? id : when;
}

/** A checklist without the text of an imported annex: what assessments keep, and what is exported. */
export function printableChecklist(checklist: Checklist): Checklist {
  const sections = checklist.sections.map((section) => ({ ...section, items: section.items.map(printableItem) }));
  return { ...checklist, sections };
}

/** An item without the text of an imported annex; the number stands for the objective, for a short name may be too short for one. */
export function printableItem(item: Item): Item {
  if (item.withheld !== true) return item;
  const deductions = item.deductions?.map((deduction) => ({ ...deduction, when: printableDeduction(deduction, item) }));
  return { ...item, objective: item.id, ...(deductions === undefined ? {} : { deductions }) };
}
