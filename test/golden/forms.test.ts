import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sayIn } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import type { FormSource } from '#reports/form/form-source.js';
import { emptyRecords, formSource, items, keys, trips, wideBook } from '../unit/reports/form-books.js';

const trip = { no: 'W-1', out_at: '2026-03-05', transport: '高铁', escorted: true, measures: '双层密封，专人看管' };
const carried = [{ trip: 'W-1', carrier: 'ZC-001', copies: 2 }, { trip: 'W-1', carrier: 'ZC-014', copies: 1 }];

// Forms as reviewed: what they say and how their columns lie.
const forms: readonly (readonly [name: string, source: FormSource])[] = [
  ['form-blank-table', formSource(keys, emptyRecords(2))],
  ['form-filled-table', { ...formSource(keys, [{ cells: { no: 'K-1', person: '钱某', lent_at: '2026-03-05', returned: false, why: '取会议文件' }, children: [] }], 'R-2026-0007'), isDemo: true }],
  ['form-blank-card', formSource(trips, emptyRecords(1).map((record) => ({ ...record, children: [{ template: items, rows: [{}, {}] }] })))],
  ['form-filled-card', formSource(trips, [{ cells: trip, children: [{ template: items, rows: carried }] }], 'R-2026-0008')],
  ['form-blank-bands', formSource(wideBook(26), emptyRecords(1))],
];

it.each(forms)('%s is laid out as reviewed', async (name, source) => {
  await expect(`${JSON.stringify(buildForm(source, sayIn('zh-CN')), null, 1)}\n`).toMatchFileSnapshot(join(import.meta.dirname, `${name}.json`));
});
