import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterTemplate } from '#domain/register.js';
import type { ReportDocument } from '#domain/report-document.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { openStore } from '#store/store.js';
import type { Desk } from '#workflows/desk.js';
import { loadTemplates } from '#workflows/load-catalog.js';
import { renderBlankForm } from '#workflows/render-blank-form.js';
import { renderForm, type FormRequest } from '#workflows/render-form.js';
import { verifyReport } from '#workflows/verify-report.js';
import { quietDemo, quietDesk } from '../../fixtures/desks/quiet-desk.js';

const moment = '2026-11-24T05:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'zicha-forms-'));
let demo: Desk;
let templates: readonly RegisterTemplate[];

beforeAll(async () => {
  demo = await quietDemo(moment);
  templates = loadTemplates(demo.program);
});

function ask(register: string, more: Partial<FormRequest> = {}): FormRequest {
  return { register, key: undefined, output: undefined, unmasked: false, ...more };
}

function documentIn(path: string): ReportDocument {
  return readAttachment(readFileSync(path)).attachment.document;
}

/** The names of people that the demo office's book has on file. */
async function fullNames(): Promise<readonly string[]> {
  const store = await openStore(demo.folder, { readOnly: true });
  const names = Object.values(store.read().rows).flatMap(({ register, cells }) => (register === 'personnel' ? [String(cells['name'])] : []));
  await store.close();
  return names.filter((name) => name.length > 1);
}

describe('a blank form', () => {
  it('prints before the unit is set up, and founds nothing', async () => {
    const desk = quietDesk(moment);
    const form = await renderBlankForm(desk, { register: 'departments', rows: undefined, output: join(folder, 'day-one.pdf') });
    expect(form.pages).toBe(1);
    expect(existsSync(desk.folder)).toBe(false);
  });

  it('of every book prints, none of its columns left out, without a character that no font has', async () => {
    for (const { id } of templates) {
      const form = await renderBlankForm(demo, { register: id, rows: 1, output: join(folder, 'blank.pdf') });
      expect([id, form.warnings, form.pages > 0 && form.pages < 4]).toEqual([id, [], true]);
    }
  });

  it('is no report: verifying it says so', async () => {
    const { path } = await renderBlankForm(demo, { register: 'vetting', rows: undefined, output: join(folder, 'vetting.pdf') });
    await expect(verifyReport(demo, path)).rejects.toMatchObject({ code: 'report-is-blank-form' });
  });
});

describe('a filled form', () => {
  it('is numbered, recorded, and verifies in every layer', async () => {
    const { issued } = await renderForm(demo, ask('departments'));
    expect(issued).toMatchObject({ number: 'R-2026-0001', template: 'form:departments', assessmentIds: [] });
    expect((await verifyReport(demo, issued.path)).layers.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    const store = await openStore(demo.folder, { readOnly: true });
    expect(Object.values(store.read().reports)).toContainEqual(issued);
    await store.close();
  });

  it('names nobody in full, neither on its pages nor in what is attached', async () => {
    const { issued, masked } = await renderForm(demo, ask('personnel'));
    const said = JSON.stringify(documentIn(issued.path));
    expect(masked).toBe(true);
    expect((await fullNames()).filter((name) => said.includes(`"${name}"`))).toEqual([]);
  });

  it('names them only for a reason, which is put on record first', async () => {
    await expect(renderForm(demo, ask('personnel', { unmasked: true }))).rejects.toMatchObject({ code: 'unmasked-needs-reason' });
    const { issued, rows } = await renderForm(demo, ask('personnel', { unmasked: true, reason: '核对名单', by: '李明' }));
    const [name = '?'] = await fullNames();
    expect(JSON.stringify(documentIn(issued.path))).toContain(name);
    const store = await openStore(demo.folder, { readOnly: true });
    expect(Object.values(store.read().disclosures)).toMatchObject([{ register: 'personnel', output: 'paper', rows, reason: '核对名单', by: { person: '李明' } }]);
    await store.close();
  });

  it('of a classified book shows here only codes, days and counts', async () => {
    const { issued } = await renderForm(demo, ask('carriers'));
    const titles = documentIn(issued.path).blocks.flatMap((block) => (block.kind === 'form-table' ? block.bands.flatMap(({ columns }) => columns.map(({ title }) => title)) : []));
    const book = templates.find(({ id }) => id === 'carriers');
    const allowed = book?.columns.filter(({ key }) => book.numbersOnly.includes(key)).map(({ title }) => title.zh) ?? [];
    expect(titles.filter((title) => title !== '序号')).toEqual(allowed);
  });

  it('of one record carries the rows that belong to it, and no others', async () => {
    const { issued } = await renderForm(demo, ask('trainings', { key: 'PX-01' }));
    const document = documentIn(issued.path);
    const attended = document.blocks.flatMap((block) => (block.kind === 'form-table' ? block.bands[0]?.rows ?? [] : []));
    const store = await openStore(demo.folder, { readOnly: true });
    const onFile = Object.values(store.read().rows).filter(({ register, cells, retired }) => register === 'attendance' && cells['training'] === 'PX-01' && !retired);
    await store.close();
    expect(document.blocks.some(({ kind }) => kind === 'form-card')).toBe(true);
    expect(onFile.length).toBeGreaterThan(0);
    expect(attended).toHaveLength(onFile.length);
  });

  it('of a form that exists on paper only is refused', async () => {
    await expect(renderForm(demo, ask('vetting'))).rejects.toMatchObject({ code: 'register-paper-only' });
  });

  it('of the demo office is marked on each page', async () => {
    expect(documentIn((await renderForm(demo, ask('rules'))).issued.path).watermark).toBe('演示数据');
  });
});
