import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from '#workflows/desk.js';
import { exportAssessment, exportFormats } from '#workflows/export-assessment.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { verifyStore } from '#workflows/verify-store.js';
import { quietDemo } from '../../fixtures/desks/quiet-desk.js';
import { refusal } from './office-desk.js';

let desk: Desk;
let people: Assessment;
let unit: Assessment;

beforeAll(async () => {
  desk = await quietDemo('2026-11-24T05:00:00.000Z');
  const { assessments } = await runAssessment(desk, { checklistIds: ['organisation', 'personnel'], trigger: 'demo' });
  [unit, people] = [assessments.find(({ checklist }) => checklist.id === 'organisation') as Assessment, assessments.find(({ checklist }) => checklist.id === 'personnel') as Assessment];
});

/** Lets one problem of the personnel stand as approved until this day. */
async function approved(until: string): Promise<Finding> {
  const store = await openStore(desk.folder);
  try {
    const found = Object.values(store.read().findings).find(({ checklistId }) => checklistId === 'personnel') as Finding;
    const value: Finding = { ...found, state: 'deviation-approved', deviation: { reason: '名单冻结', approvedBy: '周建国', document: '保密办〔2026〕9号', until } };
    await store.transact({ actor: claimed('周建国'), at: desk.door.now() }, () => ({ kind: 'finding.deviated', changes: [{ collection: 'findings', id: value.id, value }], result: undefined }));
    return value;
  } finally {
    await store.close();
  }
}

const exported = async (number: string, format: (typeof exportFormats)[number]): Promise<string> => readFileSync((await exportAssessment(desk, number, format)).path, 'utf8');

describe('an assessment is exported', () => {
  it.each([['xlsx', 'xlsx'], ['csv', 'csv'], ['xccdf', 'xml']] as const)('as %s into the folder of exports, for its owner only', async (format, ending) => {
    const { path, counts, ...rest } = await exportAssessment(desk, unit.number, format);
    expect(path).toBe(join(desk.folder, 'exports', `${unit.number}.${ending}`));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(rest).toEqual({ number: unit.number, checklistId: 'organisation', format, deviations: 0, withheld: 0 });
    expect(counts.items).toBe(counts.pass + counts.fail + counts.notApplicable + counts.open);
  });

  it('the newest when no number is given; an unknown number is refused', async () => {
    const newest = [unit.number, people.number].sort().at(-1);
    expect((await exportAssessment(desk, undefined, 'csv')).number).toBe(newest);
    expect(await refusal(exportAssessment(desk, 'A-1999-0001', 'csv'))).toEqual(['assessment-unknown']);
  });

  it('names nobody: neither a row that failed nor, in full, the person who answered', async () => {
    const labels = people.results.flatMap(({ observations }) => observations.map(({ subject }) => subject.label));
    expect(labels.length).toBeGreaterThan(5);
    for (const format of ['csv', 'xccdf'] as const) {
      const text = await exported(people.number, format);
      expect(labels.filter((label) => text.includes(label))).toEqual([]);
    }
    const answers = await exported(unit.number, 'csv');
    expect(answers).toContain(',钱某,');
    expect(answers).not.toContain('钱某某');
  });

  it('the same file byte for byte, and nothing in the records moves', async () => {
    const before = (await verifyStore(desk, false)).head;
    expect(await exported(people.number, 'xccdf')).toBe(await exported(people.number, 'xccdf'));
    expect((await verifyStore(desk, false)).head).toBe(before);
  });

  it('an approved deviation is told with its last day, without its reason, approver and document; past that day it is not', async () => {
    const { number } = await approved('2026-12-31');
    const text = await exported(people.number, 'xccdf');
    expect(text).toContain(`问题 ${number} 经批准例外，至 2026-12-31 止`);
    expect(text).not.toMatch(/名单冻结|周建国|9号/);
    await approved('2026-11-23');
    expect((await exportAssessment(desk, people.number, 'xccdf')).deviations).toBe(0);
  });
});
