import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore } from '#store/store.js';
import { checkBooks, type BooksCheck } from '#workflows/check-registers.js';
import type { Desk } from '#workflows/desk.js';
import { loadTemplates } from '#workflows/load-catalog.js';
import { listRounds, roundStatus } from '#workflows/show-rounds.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { showStatus, type Status } from '#workflows/show-status.js';
import { quietDemo } from '../fixtures/desks/quiet-desk.js';
import { admittedFaults, failedItems, plantedFaults } from './demo-faults.js';

// A Tuesday late in the year: what is counted by the year has been done by then.
const moment = '2026-11-24T05:00:00.000Z';
let desk: Desk;
let records: WorkingSet;
let status: Status;
let check: BooksCheck;

beforeAll(async () => {
  desk = await quietDemo(moment);
  const store = await openStore(desk.folder, { readOnly: true });
  records = structuredClone(store.read());
  await store.close();
  status = await showStatus(desk);
  check = await checkBooks(desk);
});

const rowsOf = (register: string): (typeof records.rows)[string][] => Object.values(records.rows).filter((row) => row.register === register);

describe('the demo office is a bureau of believable size', () => {
  it('eight departments, 25 classified people in every state of their career', () => {
    expect(rowsOf('departments')).toHaveLength(8);
    expect(rowsOf('personnel')).toHaveLength(25);
    expect(new Set(rowsOf('personnel').map((row) => row.cells['state']))).toEqual(new Set(['在岗', '待上岗', '离岗脱密期', '脱密期满']));
  });

  it('3 key places, 31 devices, 300 carriers', () => {
    expect(rowsOf('places')).toHaveLength(3);
    expect(['computers', 'classified-computers', 'media', 'office-devices'].flatMap(rowsOf)).toHaveLength(31);
    expect(rowsOf('carriers')).toHaveLength(300);
  });

  it('twelve months of training, classification and waste paper: none of the quarters is empty', () => {
    for (const [book, column] of [['trainings', 'date'], ['classification-decisions', 'draft_at'], ['waste-paper', 'date'], ['waste-checks', 'date'], ['incoming', 'received']] as const) {
      const months = new Set(rowsOf(book).map((row) => String(row.cells[column]).slice(0, 7)));
      for (const quarter of [['2025-12', '2026-01', '2026-02'], ['2026-03', '2026-04', '2026-05'], ['2026-06', '2026-07', '2026-08'], ['2026-09', '2026-10', '2026-11']]) {
        expect(quarter.some((month) => months.has(month)), `${book} ${quarter.join()}`).toBe(true);
      }
    }
  });

  it('a network called 公务网 says its nature in a column of its own', () => {
    expect(rowsOf('networks').map((row) => [row.cells['name'], row.cells['nature']])).toContainEqual(['公务网', '政务外网']);
  });

  it('no day in its files is fixed, so it never goes stale', () => {
    const folder = join(desk.program.root, 'templates', 'demo');
    const stale = readdirSync(folder).filter((file) => /\b20\d{2}-\d{2}\b|〔20\d{2}〕/.test(readFileSync(join(folder, file), 'utf8')));
    expect(stale).toEqual([]);
  });
});

describe('on its non-classified machine', () => {
  it('books that may hold secrets hold numbers, days, yes or no and counts only, on the recorded decision of a 定密责任人', () => {
    const classified = loadTemplates(desk.program).filter((template) => template.classified && rowsOf(template.id).length > 0);
    expect(classified.length).toBeGreaterThanOrEqual(14);
    for (const { id, numbersOnly } of classified) {
      expect(records.allowances[id]).toMatchObject({ decidedBy: '孙立言', document: expect.stringContaining('演示') });
      for (const row of rowsOf(id)) expect(numbersOnly).toEqual(expect.arrayContaining(Object.keys(row.cells)));
    }
  });

  it('nobody has an identity number, a phone or a passport number', () => {
    const typed = new Set(Object.values(records.rows).flatMap((row) => Object.keys(row.cells)));
    expect([...typed].filter((column) => ['id_no', 'phone'].includes(column))).toEqual([]);
    expect(rowsOf('passports').filter((row) => 'doc_no' in row.cells)).toEqual([]);
  });
});

describe('its rounds', () => {
  it('are one of the staff partly handed in, one of the departments and one of the unit handed in', async () => {
    const rounds = await listRounds(desk, true);
    expect(rounds.map(({ round, handedIn, overdue }) => [round.level, round.state, `${String(handedIn)}/${String(round.subjects.length)}`, overdue])).toEqual([['unit', 'submitted', '1/1', 0], ['department', 'submitted', '8/8', 0], ['staff', 'open', '15/22', 0]]);
    const { subjects } = await roundStatus(desk, rounds[2]?.round.number ?? '');
    expect(subjects.filter(({ handedInAt }) => handedInAt === undefined).map(({ subject, state }) => `${subject.key} ${state}`)).toEqual(['S05 begun', 'S08 untouched', 'S16 untouched', 'S20 begun', 'S22 untouched', 'S23 untouched', 'S29 begun']);
  });

  it('admit planted faults and no others', () => {
    const failed = Object.values(records.answers).filter(({ value, checklistId }) => value === 'fail' && ['staff', 'department'].includes(checklistId));
    expect(failed.map(({ subjectKey, itemId }) => `${subjectKey} ${itemId}`).sort()).toEqual(admittedFaults.map(([subject, item]) => `${subject} ${item}`));
    const planted = plantedFaults.map(([fault]) => fault);
    for (const [, , fault] of admittedFaults) expect(planted).toContain(fault);
  });
});

describe('its books', () => {
  it('are confirmed, but for two that are left open and one that is a nil return', () => {
    const filled = status.registers.filter((book) => (status.rows[book.register] ?? 0) > 0);
    expect(filled.filter((book) => book.state !== 'confirmed').map((book) => book.register)).toEqual(['departments', 'waste-paper']);
    expect(status.registers.filter((book) => book.state === 'nil').map((book) => book.register)).toEqual(['computer-repairs']);
  });

  it('show each planted fault to `register check`, and nothing else', () => {
    const found = check.faults.map(({ register, row, kind, rule }) => [register, row, kind === 'rule' ? rule?.zh : kind].join(' · ')).sort();
    expect(found).toEqual(plantedFaults.flatMap(([, ...lines]) => lines.map((line) => line.join(' · '))).sort());
  });

  it('leave open only rules on columns that this machine must not hold', () => {
    expect([...new Set(check.open.flatMap((rule) => rule.reasons))]).toEqual(['column-hidden']);
  });

  it('show the checklists the same faults, and what nobody confirmed as unchecked', async () => {
    const { assessments } = await runAssessment(desk, { checklistIds: ['organisation', 'personnel', 'key-places'], trigger: 'demo' });
    const results = assessments.flatMap((assessment) => assessment.results);
    const failed = results.filter((result) => result.method === 'register' && result.result === 'fail');
    expect(Object.fromEntries(failed.map((result) => [result.itemId, result.observations.filter((each) => each.result === 'fail').map((each) => each.subject.label)]))).toEqual(failedItems);
    expect(results.find((result) => result.itemId === 'UNIT-04')).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'register-unconfirmed', about: 'departments' }] });
  });
});
