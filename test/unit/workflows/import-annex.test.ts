import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { saveWorkbook } from '#registers/spreadsheet.js';
import { answerItem } from '#workflows/answer-item.js';
import type { Desk } from '#workflows/desk.js';
import { importAnnex, type AnnexSummary } from '#workflows/import-annex.js';
import { listJournal } from '#workflows/show-journal.js';
import { renderReport } from '#workflows/render-report.js';
import { renderVisitSheet } from '#workflows/render-visit-sheet.js';
import { runAssessment, type AssessmentOutcome } from '#workflows/run-assessment.js';
import { validateChecklist } from '#workflows/show-checklists.js';
import { annexCsv, annexLines, sentence, type AnnexLine } from '../../fixtures/annex/annex-sheet.js';
import { officeDesk, refusal } from './office-desk.js';

const pathIn = (desk: Desk): string => join(desk.folder, 'checklists', 'national-59.yaml');

async function workbook(desk: Desk, lines: readonly AnnexLine[]): Promise<string> {
  const rows = [['编号', '类别', '检查内容', '分值', '扣分情形', '简称'], ...lines.map(({ no, category, content, points, rule, short }) => [no, category ?? null, content, points, rule, short ?? null])];
  const file = join(desk.folder, 'annex.xlsx');
  writeFileSync(file, await saveWorkbook({ sheets: [{ name: '附件', rows }] }, '2026-11-24T00:00:00.000Z'));
  return file;
}

describe('an import of the official annex', () => {
  let desk: Desk;
  let summary: AnnexSummary;
  let run: AssessmentOutcome;

  beforeAll(async () => {
    desk = await officeDesk();
    const dry = await importAnnex(desk, await workbook(desk, annexLines()), { dryRun: true });
    expect([dry.written, existsSync(pathIn(desk))]).toEqual([false, false]);
    summary = await importAnnex(desk, await workbook(desk, annexLines()), { dryRun: false, by: '赵敏' });
    await answerItem(desk, { checklistId: 'national-59', itemId: 'NAT-07', value: 'fail', deductions: [{ id: 'NAT-07.1' }], evidence: [] , fact: '抽查发现一处' });
    await answerItem(desk, { checklistId: 'national-59', itemId: 'NAT-09', value: 'fail', deductions: [{ id: 'NAT-09.1' }], evidence: [], fact: '抽查发现一处' });
    run = await runAssessment(desk, { checklistIds: ['national-59'], trigger: 'person' });
  });

  it('writes the sheet of the unit, for its owner only; it validates and replaces the shipped one', () => {
    expect([summary.complete, summary.written, statSync(pathIn(desk)).mode & 0o777]).toEqual([59, true, 0o600]);
    expect(readFileSync(pathIn(desk), 'utf8')).toContain(sentence);
    expect(validateChecklist(desk, pathIn(desk)).items).toBe(59);
    expect(run.assessments[0]?.checklist.title).toBe('机关、单位保密自查自评标准（59 项）');
  });

  it('stands in the journal with who and when', async () => {
    expect((await listJournal(desk, 5)).find(({ kind }) => kind === 'checklist.imported')?.actor.person).toBe('赵敏');
  });

  it('its text is in no assessment and no finding', () => {
    expect(run.findings.map(({ objective }) => objective)).toEqual(['第 7 项', '第 9 项']);
    expect(JSON.stringify(run)).not.toContain(sentence);
  });

  it('its text is in no paper: neither on the pages nor in what the file carries', async () => {
    const output = join(desk.folder, 'paper.pdf');
    await renderReport(desk, { template: 'self-assessment', assessmentNumbers: [], output });
    const bytes = readFileSync(output);
    const carried = JSON.stringify(readAttachment(bytes));
    expect(carried).toContain('第 7 项');
    expect([carried.includes(sentence), streamsOf(bytes).some((text) => text.includes(sentence))]).toEqual([false, false]);
    const sheet = join(desk.folder, 'visit.pdf');
    await renderVisitSheet(desk, { checklist: 'national-59', output: sheet });
    expect(streamsOf(readFileSync(sheet)).some((text) => text.includes(sentence))).toBe(false);
  });

  it('its text is nowhere in the records but in the file of the sheet', () => {
    const journal = readFileSync(join(desk.folder, 'journal', '000001.jnl'), 'utf8');
    expect(journal.includes(sentence)).toBe(false);
  });
});

describe('the frame before the import', () => {
  it('takes no answer to an item of which nothing is public, so that no grade can rest on it', async () => {
    const desk = await officeDesk();
    const reply = { checklistId: 'national-59', itemId: 'NAT-06', value: 'notapplicable', deductions: [], evidence: [], fact: '没有此情形' } as const;
    expect(await refusal(answerItem(desk, reply))).toEqual(['item-text-unknown']);
    await importAnnex(desk, await workbook(desk, annexLines()), { dryRun: false });
    expect((await answerItem(desk, reply)).itemId).toBe('NAT-06');
  });
});

describe('a printed layout', () => {
  it('is read with its headings across the sheet, and cells merged over the rules of one item', async () => {
    const desk = await officeDesk();
    const rows = [
      ['机关、单位保密自查自评标准'],
      ['序号', '自查内容', '分值', '评分方法'],
      ['一、保密工作领导责任制落实情况（14分）'],
      [6, `${sentence}第六款`, 2, '甲没有的，扣1分'],
      [null, null, null, '乙没有的，扣1分'],
      [7, `${sentence}第七款`, 1, '丙没有的，扣1分'],
    ];
    const over = (column: number) => ({ startRow: 3, endRow: 4, startCol: column, endCol: column });
    const heading = (row: number) => ({ startRow: row, endRow: row, startCol: 0, endCol: 3 });
    const file = join(desk.folder, 'printed.xlsx');
    writeFileSync(file, await saveWorkbook({ sheets: [{ name: '附件', rows, merges: [heading(0), heading(2), over(0), over(1), over(2)] }] }, '2026-11-24T00:00:00.000Z'));
    const { imported, notUnderstood, missing } = await importAnnex(desk, file, { dryRun: true });
    expect([imported, notUnderstood, missing.includes('NAT-06')]).toEqual([['NAT-06', 'NAT-07'], [], false]);
  });
});

describe('a wrong annex', () => {
  it('whose points are not 100 is refused with the sum, and nothing is written', async () => {
    const desk = await officeDesk();
    const file = join(desk.folder, 'annex.csv');
    writeFileSync(file, annexCsv(annexLines().map((line) => (line.no === 20 ? { ...line, points: 9 } : line))));
    await expect(importAnnex(desk, file, { dryRun: false })).rejects.toMatchObject({ code: 'annex-points-sum', params: { sum: 107 } });
    expect(existsSync(pathIn(desk))).toBe(false);
  });

  it('with a fault in a cell is refused whole', async () => {
    const desk = await officeDesk();
    const file = join(desk.folder, 'annex.csv');
    writeFileSync(file, annexCsv(annexLines().map((line) => (line.no === 20 ? { ...line, no: 19 } : line))));
    expect(await refusal(importAnnex(desk, file, { dryRun: false }))).toEqual(['annex-invalid', 'annex-number-twice']);
    expect(existsSync(pathIn(desk))).toBe(false);
  });
});

describe('a run', () => {
  it('over all checklists leaves out what is answered in rounds; one of them alone is refused, the sheet of the unit is not', async () => {
    const desk = await officeDesk('classified');
    const all = await runAssessment(desk, { checklistIds: ['all'], trigger: 'person' });
    const ran = all.assessments.map(({ checklist }) => checklist.id);
    expect(ran).toContain('organisation');
    for (const id of ['staff', 'department', 'holiday', 'machine-classified']) {
      expect(ran).not.toContain(id);
      expect(await refusal(runAssessment(desk, { checklistIds: [id], trigger: 'person' }))).toEqual(['checklist-needs-round']);
    }
    expect(ran).not.toContain('national-59');
    const [sheet] = (await runAssessment(desk, { checklistIds: ['national-59'], trigger: 'person' })).assessments;
    expect([sheet?.score.grade, sheet?.score.noGrade]).toEqual([null, 'points-missing']);
  });

  it('of the unit has no grade while an applicable item lacks points, however well it stands; a veto outranks that', async () => {
    const desk = await officeDesk('classified');
    const graded = async (): Promise<unknown> => {
      const [sheet] = (await runAssessment(desk, { checklistIds: ['national-59'], trigger: 'person' })).assessments;
      return [sheet?.score.grade, sheet?.score.noGrade, sheet?.score.veto];
    };
    for (const itemId of ['NAT-01', 'NAT-59']) await answerItem(desk, { checklistId: 'national-59', itemId, value: 'pass', deductions: [], evidence: [] });
    expect(await graded()).toEqual([null, 'points-missing', false]);
    await answerItem(desk, { checklistId: 'national-59', itemId: 'NAT-59', value: 'fail', fact: '自查期内移送一起', deductions: [], evidence: [] });
    expect(await graded()).toEqual(['does-not-meet', null, true]);
  });
});

// Pages are compressed; the embedded file too.
function streamsOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    const bytes = Buffer.from(match[1] ?? '', 'latin1');
    try {
      return inflateSync(bytes).toString('utf8');
    } catch {
      return bytes.toString('utf8');
    }
  });
}
