import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openBook } from '#registers/read-book.js';
import { readQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { copying, question, questionnaire } from '../fixtures/questionnaires.js';

const soffice = '/usr/bin/soffice';
const missing = !existsSync(soffice);
const note = missing ? ' (skipped: needs libreoffice)' : '';
const folder = missing ? '' : mkdtempSync(join(tmpdir(), 'zicha-sheet-'));

afterAll(() => {
  if (!missing) rmSync(folder, { recursive: true, force: true });
});

// A profile of its own, so that an office program that is open already does not take the file.
function saved(bytes: Uint8Array): Buffer {
  writeFileSync(join(folder, 'sheet.xlsx'), bytes);
  execFileSync(soffice, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'sheet.xlsx')], { stdio: 'ignore', env: { HOME: folder, PATH: '/usr/bin:/bin' } });
  return readFileSync(join(folder, 'out', 'sheet.xlsx'));
}

const answered = { value: 'fail', partial: true, fact: '=E05-2026-031 未编号\n复印件 2 份', deductions: [{ id: 'DOC-01.1', times: 2 }], department: '办公室', dueOn: '2026-12-05', evidence: ['E-12', 'E-13'], by: '赵敏', on: '2026-11-20' } as const;
const sheet = questionnaire([{ ...copying, previous: { ...answered, deductions: [...answered.deductions], evidence: [...answered.evidence] } }, question('DOC-02'), { ...question('DOC-03'), isInformation: true, previous: { partial: false, fact: '专用复印机 2 台', deductions: [], evidence: [] } }, { ...question('DOC-04'), isInformation: true }]);

describe('a questionnaire that an office program opened', () => {
  it.skipIf(missing)(`and saved again says what it said, and its counter counts${note}`, async () => {
    const bytes = saved(await writeQuestionnaire(sheet));
    const read = readQuestionnaire(await openBook(bytes, 'sheet.xlsx'));
    expect(read.problems).toEqual([]);
    expect(read).toMatchObject({ roundId: sheet.roundId, subjectKey: 'department:D2', exportedAt: sheet.exportedAt });
    expect(read.answers).toMatchObject([{ itemId: 'DOC-01', itemDigest: copying.itemDigest, row: 6, ...answered }, { itemId: 'DOC-03', fact: '专用复印机 2 台' }]);
    const cells = (await openBook(bytes, 'sheet.xlsx')).sheets[0]?.rows[2]?.cells;
    expect(cells?.[0]).toBe('已答 2/4');
  });
});
