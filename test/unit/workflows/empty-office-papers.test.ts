import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/report-document.js';
import type { Desk } from '#workflows/desk.js';
import { openRound } from '#workflows/open-round.js';
import { renderCheckSheets } from '#workflows/render-check-sheets.js';
import { renderReport } from '#workflows/render-report.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { submitRound } from '#workflows/submit-round.js';
import { officeDesk } from './office-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await officeDesk();
});

const documentAt = (path: string): ReportDocument => (JSON.parse(readFileSync(path, 'utf8')) as { document: ReportDocument }).document;
const tableOf = ({ blocks }: ReportDocument): readonly (readonly string[])[] => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

describe('papers of an office that answered nothing yet', () => {
  it('the score sheet leaves what is unknown blank: it is neither 0 lost nor 0 earned', async () => {
    await runAssessment(desk, { checklistIds: ['organisation'], trigger: 'person' });
    const rows = tableOf(documentAt((await renderReport(desk, { template: 'score-sheet', assessmentNumbers: [], format: 'json' })).issued.path));
    const open = rows.filter((row) => row[0] !== '小计' && row[5]?.includes('待定'));
    expect(open.length).toBeGreaterThan(20);
    expect([...new Set(open.flatMap((row) => row.slice(6, 8)))]).not.toContain('0');
    expect(rows.find((row) => row.includes('百分比'))?.slice(4, 6)).toEqual(['百分比', expect.stringContaining('100.00%')]);
  });

  it('a department sheet says that nothing was answered and that the books are silent, not that there is nothing', async () => {
    const { round } = await openRound(desk, { level: 'department', departments: ['D1'], persons: [], devices: [], merges: false });
    await submitRound(desk, { number: round.number, subjects: [], withGaps: true });
    const { blocks } = documentAt((await renderCheckSheets(desk, { kind: 'department-sheet', round: round.number, subjects: [], unmasked: false, format: 'json' })).issued.path);
    const text = JSON.stringify(blocks);
    expect(text).toContain('还没有作答');
    expect(text).toContain('（台账没有记录，也没有零报告，手工填写）');
    expect(text).not.toContain('新增 0 人');
  });
});
