import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegisterTemplate, type Cell } from '#domain/register.js';
import { openBook, readBook } from '#registers/read-book.js';
import { writeBook } from '#registers/write-book.js';

const soffice = '/usr/bin/soffice';
const missing = !existsSync(soffice);
const note = missing ? ' (skipped: needs libreoffice)' : '';
const devices = RegisterTemplate.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/workbooks/template.json'), 'utf8')));

const rows: readonly Record<string, Cell>[] = [
  { no: 'D-001', kind: '台式机', keeper: 'S01', serial: '0012345678901234567', id_no: '110101199001011234', started: '2026-03-05', checked: '2026-10', labelled: true, state: '在用' },
  { no: 'D-002', kind: '打印机', keeper: 'S02', phone: '013800000000', seen_at: '2026-03-05 09:30', bought: '2024', disks: 2, price: 3500.5, uses: ['办公', '打印'], labelled: false, state: '停用', note: '第一行\n第二行，“引号”' },
  { no: '1-2', kind: '服务器', keeper: '003', seen_at: '2026-03-05', state: '报废', note: '=1+1' },
];
const folder = missing ? '' : mkdtempSync(join(tmpdir(), 'zicha-office-'));

// A profile of its own, so that an office program that is open already does not take the file.
function converted(file: string, to: string, filter = to): Buffer {
  execFileSync(soffice, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', filter, '--outdir', join(folder, 'out'), file], { stdio: 'ignore', env: { HOME: folder, PATH: '/usr/bin:/bin' } });
  return readFileSync(join(folder, 'out', `book.${to}`));
}

beforeAll(async () => {
  if (missing) return;
  writeFileSync(join(folder, 'book.xlsx'), await writeBook(devices, rows, { unit: '东湖区示例局', by: '赵敏', at: '2026-11-24T02:00:00.000Z', watermark: '演示数据', footer: ['由自查导出'] }));
});

afterAll(() => {
  if (!missing) rmSync(folder, { recursive: true, force: true });
});

describe('a book that an office program opened', () => {
  it.skipIf(missing)(`and saved again as a workbook has the same rows${note}`, async () => {
    const book = readBook(await openBook(converted(join(folder, 'book.xlsx'), 'xlsx'), 'book.xlsx'), devices);
    expect(book.problems).toEqual([]);
    expect(book.rows.map(({ cells }) => cells)).toEqual(rows);
  });

  it.skipIf(missing)(`and saved as CSV, by what it shows, has the same rows${note}`, async () => {
    const book = readBook(await openBook(converted(join(folder, 'book.xlsx'), 'csv', 'csv:Text - txt - csv (StarCalc):44,34,76,1'), 'book.csv'), devices);
    expect(book.problems).toEqual([]);
    expect(book.unknownHeaders).toEqual([]);
    expect(book.rows.map(({ cells }) => cells)).toEqual(rows);
  });
});
