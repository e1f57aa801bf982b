import { basename, join } from 'node:path';
import { listYaml } from '#catalog/list-yaml.js';
import type { Checklist, Item } from '#domain/checklist.js';
import type { CompiledChecklist, CompiledItem } from '#evaluation/compile-checklist.js';
import { loadCatalog } from '#workflows/load-catalog.js';
import { loadChecklist } from '#workflows/load-checklist.js';

export const root = join(import.meta.dirname, '../..');
export const catalog = loadCatalog({ root, version: '0.0.0' });
export const files = listYaml(join(root, 'checklists')).filter((file) => basename(file) !== 'parameters.yaml');

/** Every checklist that comes with the program, ready to judge. */
export const compiled: readonly CompiledChecklist[] = files.map((file) => loadChecklist(file, catalog.environment));
export const checklists: readonly Checklist[] = compiled.map(({ checklist }) => checklist);
/** Each item once: that of a shared section stands in several checklists, in the same words. */
export const compiledItems: readonly CompiledItem[] = [...new Map(compiled.flatMap(({ items }) => items).map((each) => [JSON.stringify(each.item), each])).values()];
export const items: readonly Item[] = compiledItems.map(({ item }) => item);

/** Every word of an item that a person reads. */
export function wordsOf(item: Item): string {
  const { objective, finding, remediation, guidance, observe, deductions } = item;
  return [objective, finding, remediation, ...Object.values(guidance ?? {}), ...Object.keys(observe ?? {}), ...(deductions ?? []).map((each) => each.when)].filter(Boolean).join('\n');
}
