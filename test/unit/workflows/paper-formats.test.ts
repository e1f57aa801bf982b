import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '#registers/spreadsheet.js';
import { checkCode, digestOf, ReportAttachment } from '#reports/pdf/attachment.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import type { Desk } from '#workflows/desk.js';
import { listReports } from '#workflows/list-reports.js';
import type { PaperFormat } from '#workflows/paper-as.js';
import { renderAnnual } from '#workflows/render-annual.js';
import { verifyReport } from '#workflows/verify-report.js';
import { quietDemo } from '../../fixtures/desks/quiet-desk.js';

let demo: Desk;
const print = async (format: PaperFormat) => (await renderAnnual(demo, { format })).issued;

beforeAll(async () => {
  demo = await quietDemo('2026-11-24T05:00:00.000Z');
});

describe('one paper in four formats', () => {
  it.each(['pdf', 'md', 'xlsx', 'json'] as const)('%s takes a number, ends as it should, and is recorded with its digest', async (format) => {
    const issued = await print(format);
    expect(issued.path).toMatch(new RegExp(`${issued.number}\\.${format}$`));
    expect(issued.fileDigest).toBe(digestOf(readFileSync(issued.path)));
    expect((await listReports(demo)).map(({ number }) => number)).toContain(issued.number);
  });

  it('json is the figures as a PDF carries them, and its check code is theirs', async () => {
    const [json, pdf] = [await print('json'), await print('pdf')];
    const bytes = readFileSync(json.path);
    expect(json.checkCode).toBe(checkCode(digestOf(bytes)));
    const { document } = ReportAttachment.parse(JSON.parse(bytes.toString('utf8')));
    const other = readAttachment(readFileSync(pdf.path)).attachment.document;
    expect({ ...document, number: '' }).toEqual({ ...other, number: '' });
  });

  it('text and workbook carry number, check code and the same figures', async () => {
    const [md, xlsx] = [await print('md'), await print('xlsx')];
    const text = readFileSync(md.path, 'utf8');
    expect(text).toContain(md.number);
    expect(text).toContain(md.checkCode);
    const { sheets } = await openWorkbook(readFileSync(xlsx.path), xlsx.path, () => true);
    const words = sheets.flatMap(({ rows }) => rows.flat()).map(String);
    expect(words.some((word) => word.includes(xlsx.checkCode))).toBe(true);
    const titles = sheets[1]?.rows[0]?.map(String) ?? [];
    for (const title of titles) expect(text).toContain(title);
  });

  it('only the PDF can be verified, and verifying another says so', async () => {
    expect((await verifyReport(demo, (await print('pdf')).path)).conclusion).toBe('sound');
    for (const format of ['md', 'xlsx', 'json'] as const) await expect(verifyReport(demo, (await print(format)).path)).rejects.toMatchObject({ code: 'report-not-a-pdf' });
  });
});
