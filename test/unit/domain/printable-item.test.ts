import { describe, expect, it } from 'vitest';
import { Checklist, type Item } from '#domain/checklist.js';
import { printableChecklist, printableObjective } from '#domain/printable-item.js';

const item = { id: 'NAT-06', title: '简称', objective: '附件条文应当得到落实', withheld: true, basis: [{ kind: 'practice' }], confidence: 'annex', severity: 'medium', kind: 'scored', method: 'manual', deductions: [{ id: 'NAT-06.1', when: '附件条文没有落实', points: 1, per: 'item' }] } satisfies Item;
const checklist: Checklist = { id: 'national-59', title: '标准', edition: '试行', origin: '正式附件', level: 'unit', scoring: 'points', grades: true, sections: [{ id: 'one', title: '一、责任', items: [item] }] };

describe('what may be printed of an item', () => {
  it('its objective, unless that is the text of an imported annex: then its short name, or its number', () => {
    expect(printableObjective({ ...item, withheld: false })).toBe('附件条文应当得到落实');
    expect(printableObjective(item)).toBe('简称');
    expect(printableObjective({ id: item.id, objective: item.objective, withheld: true })).toBe('NAT-06');
  });

  it('a checklist without such text is still one', () => {
    const printable = printableChecklist(checklist);
    expect(JSON.stringify(printable)).not.toContain('附件条文');
    expect(Checklist.parse(printable)).toEqual(printable);
    expect(printable.sections[0]?.items.map(printableObjective)).toEqual(['简称']);
  });
});
