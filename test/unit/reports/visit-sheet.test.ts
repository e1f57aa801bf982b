import { describe, expect, it } from 'vitest';
import type { Block } from '#domain/report-document.js';
import { sayIn } from '#messages/say.js';
import { buildVisitSheet } from '#reports/form/build-visit-sheet.js';
import { checklists } from '../../contract/shipped.js';

const say = sayIn('zh-CN');
const visited = checklists.filter((checklist) => checklist.sections.some((section) => section.items.some((item) => item.method === 'manual')));
const sheetOf = (id: string): readonly Block[] => {
  const checklist = checklists.find((each) => each.id === id);
  if (checklist === undefined) throw new Error(id);
  return buildVisitSheet(checklist, { unit: '东湖区示例局', place: 'A-02', at: '2026-11-24T02:00:00.000Z', isDemo: false }, say).blocks;
};

describe('a visit sheet', () => {
  it.each(visited.map((checklist) => [checklist.id, checklist] as const))('%s has every question once, how to look, and room for the conclusion', (id, checklist) => {
    const rows = sheetOf(id).flatMap((block) => (block.kind === 'form-table' ? block.bands.flatMap((band) => band.rows) : [])).filter((row) => row.length === 5 && row[3] === say('visit.choices'));
    const questions = checklist.sections.flatMap((section) => section.items).filter((item) => item.method === 'manual');
    expect(rows.map(([item]) => item)).toEqual(questions.map((item) => item.id));
    expect(rows.map(([, , how]) => how)).toEqual(questions.map((item) => item.guidance?.how));
  });

  it('of the machine room has the two-way sampling: from the log to the video, and from the video to the log', () => {
    const titles = sheetOf('secure-machine-room').flatMap((block) => (block.kind === 'form-table' ? [block.title] : []));
    expect(titles.filter((title) => title?.includes('登记查录像') === true || title?.includes('录像查登记') === true)).toHaveLength(2);
  });

  it('says where it is filled in, and never a level', () => {
    const [head] = sheetOf('key-places');
    expect(JSON.stringify(head)).toContain('A-02');
    expect(JSON.stringify(head)).not.toMatch(/绝密|机密|秘密：/);
  });
});
