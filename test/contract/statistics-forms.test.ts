import { describe, expect, it } from 'vitest';
import type { Counted } from '#domain/statistics.js';
import { columnsOf } from '#registers/statistics/judge-row.js';
import { virtualSchemas } from '#registers/virtual-books.js';
import { cellsOf, loadStatistics, statisticsIds } from '#workflows/load-statistics.js';
import { catalog, root } from './shipped.js';

const forms = statisticsIds.map((id) => loadStatistics({ root, version: '0' }, id));
const books = new Map(catalog.templates.map((template) => [template.id, template]));

/** What a count names that no book has: a register, a column, a value of a list. */
function strangers({ register, ...rest }: Counted): readonly string[] {
  if (register in virtualSchemas) {
    const { shape } = virtualSchemas[register as keyof typeof virtualSchemas];
    return columnsOf({ register, ...rest }).filter((column) => !(column in shape));
  }
  const template = books.get(register);
  if (template === undefined) return [register];
  const lists = [rest.where, ...(rest.when !== 'now' && 'held' in rest.when ? [rest.when.held.ended ?? {}] : [])];
  const values = lists.flatMap((list) => Object.entries(list)).flatMap(([key, wanted]) => {
    const allowed = template.columns.find((column) => column.key === key)?.values;
    return wanted.filter((value) => typeof value === 'string' && allowed?.includes(value) !== true).map((value) => `${key}: ${String(value)}`);
  });
  return [...columnsOf({ register, ...rest }).filter((key) => !template.columns.some((column) => column.key === key)), ...values];
}

describe('the statistical forms', () => {
  it.each(forms.map((form) => [form.id, form] as const))('%s counts only in books, columns and values that there are', (_id, form) => {
    expect(cellsOf(form).flatMap((cell) => ('count' in cell ? strangers(cell.count).map((each) => `${cell.id}: ${each}`) : []))).toEqual([]);
  });

  it.each(forms.map((form) => [form.id, form] as const))('%s has every id once, and adds up only what stands in it', (_id, form) => {
    const cells = cellsOf(form);
    const ids = cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = cells.flatMap((cell) => ('total' in cell ? cell.total : 'share' in cell ? [cell.share.part, cell.share.whole] : []));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('a share or a total is reckoned from counts alone or after its own parts', () => {
    for (const form of forms) {
      const ids = cellsOf(form).map(({ id }) => id);
      for (const cell of cellsOf(form)) {
        const parts = 'total' in cell ? cell.total : 'share' in cell ? [cell.share.part, cell.share.whole] : [];
        const composed = parts.filter((id) => cellsOf(form).some((other) => other.id === id && !('count' in other)));
        expect(composed.every((id) => ids.indexOf(id) < ids.indexOf(cell.id))).toBe(true);
      }
    }
  });

  it('the classification form asks what the yearly form asks', () => {
    const asked = [
      'officers_law', 'officers_des', 'officers_trained', 'list_filed', 'orig_top', 'orig_sec', 'orig_con', 'deriv_top', 'deriv_sec', 'deriv_con', 'total',
      'change_level', 'change_term', 'change_scope', 'declass_due', 'declass_early', 'reviewed', 'auth_given', 'auth_got', 'unclear', 'disputed', 'wrong', 'work_secret',
    ];
    const ids = new Set(cellsOf(loadStatistics({ root, version: '0' }, 'classification')).map(({ id }) => id));
    expect(asked.filter((id) => !ids.has(id))).toEqual([]);
  });
});
