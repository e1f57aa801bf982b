import { describe, expect, it } from 'vitest';
import { Assessment, AssessmentEntry } from '#domain/assessment.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { Parameter } from '#domain/parameter.js';
import { collectionSchemas, type WorkingSet } from '#domain/working-set.js';
import { decideAssessments, type Decision, type Evidence } from '#workflows/assess.js';
import { booksOnFile } from '#workflows/books-on-file.js';
import type { Door } from '#workflows/door.js';
import { unitTraitsOf } from '#workflows/unit-traits.js';
import { catalog, seen } from '../evaluation/small-office.js';
import { bookOrder, parameters, planted, rowsOf, shipped } from './donghu.js';

const at = '2026-11-24T02:00:00.000Z';
const by = { person: '赵敏', role: 'officer', proof: 'claimed' } as const;
const identity: StoreIdentity = {
  storeId: '40000000-0000-4000-8000-000000000001', deviceId: '40000000-0000-4000-8000-000000000002', unit: '东湖区示例局', mode: 'non-classified', network: 'internal',
  scope: 'unit', has: { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: false, hasCryptography: false, hasProcurement: true }, demo: false, format: 1, toolVersion: '0.1.0', createdAt: at,
};
const rule = { source: '《东湖区示例局保密管理办法》', approvedBy: '周建国', since: '2026-01-01', setAt: at };

/** The office's records as they lie in the store. */
function records(given: Partial<WorkingSet> = {}): WorkingSet {
  const rows = rowsOf();
  const confirmations = bookOrder.map((register) => ({ register, asOf: '2026-11-24', by, at, nil: false, rows: rows.filter((row) => row.register === register).length }));
  const empty = Object.fromEntries(Object.keys(collectionSchemas).map((name) => [name, {}])) as unknown as WorkingSet;
  return {
    ...empty,
    parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, { id, value: value as Parameter['value'], ...rule }])),
    rows: Object.fromEntries(rows.map((row) => [row.rowId, row])),
    confirmations: Object.fromEntries(confirmations.map((confirmation) => [confirmation.register, confirmation])),
    counters: { 'A-2026': { last: 6 } },
    ...given,
  };
}

function decide(ids: readonly string[], snapshot: WorkingSet = records(), given: Partial<Evidence> = {}, idsGiven = 0): Decision {
  let last = idsGiven;
  const door: Door = { now: () => at, newId: () => `50000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}` };
  const evidence: Evidence = { identity, checklists: ids.map(shipped), facts: {}, by, at, trigger: 'person', toolVersion: '0.1.0', ...given };
  return decideAssessments(evidence, snapshot, booksOnFile(catalog.templates, identity, snapshot, '2026-11-24'), () => '0'.repeat(64), door);
}

const ids = ['organisation', 'personnel', 'key-places'];
const faults = Object.values(planted).flatMap((items) => Object.values(items)).flat().length;

describe('one run over the checklists of 东湖区示例局', () => {
  const decision = decide(ids);

  it('makes one assessment each, numbered after those there are', () => {
    expect(decision.assessments.map((assessment) => [assessment.checklist.id, assessment.number])).toEqual([['organisation', 'A-2026-0007'], ['personnel', 'A-2026-0008'], ['key-places', 'A-2026-0009']]);
  });

  it('each obeys its schema: it can be stored and read again', () => {
    for (const assessment of decision.assessments) expect(Assessment.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  it('holds the books as they stood, never their rows', () => {
    const [organisation] = decision.assessments;
    expect(organisation?.registers.map(({ register, rows, state }) => [register, rows, state])).toEqual([
      ['assessments', 0, 'confirmed'], ['computers', 5, 'confirmed'], ['departments', 3, 'confirmed'], ['findings', 0, 'confirmed'], ['personnel', 4, 'confirmed'], ['places', 2, 'confirmed'], ['staff', 7, 'confirmed'],
    ]);
    expect(JSON.stringify(decision.assessments)).not.toMatch(/张伟|ZX0001/);
  });

  it('holds the parameters it was judged by, and no others', () => {
    expect(decision.assessments[1]?.parameters).toEqual(Object.fromEntries(Object.entries(parameters).filter(([id]) => !['placeCheckMonths', 'recordingDays', 'ledgerCheckMonths'].includes(id))));
  });

  it('opens a finding for each planted fault, in one transaction with everything else', () => {
    expect(decision.findings).toHaveLength(faults);
    const kinds = decision.changes.map((change) => change.collection);
    expect(kinds.filter((kind) => kind === 'assessments')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'findings')).toHaveLength(faults);
    expect(decision.changes.filter((change) => change.collection === 'counters').map((change) => [change.id, change.value])).toEqual([['A-2026', { last: 9 }], ['W-2026', { last: faults }]]);
  });

  it('the entry of each assessment obeys its schema', () => {
    const entries = decision.changes.flatMap((change) => (change.collection === 'assessments' ? [change.value] : []));
    for (const entry of entries) expect(AssessmentEntry.parse(entry)).toEqual(entry);
  });

  it('the same again opens nothing new', () => {
    const findings = Object.fromEntries(decision.findings.map((finding) => [finding.id, finding]));
    const again = decide(ids, records({ findings }), { at: '2026-11-25T02:00:00.000Z' }, 1000);
    expect(again.findings.map((finding) => finding.number).sort()).toEqual(decision.findings.map((finding) => finding.number).sort());
  });

  it('old evidence judged again moves no finding', () => {
    expect(decide(ids, records(), { trigger: 'replay' }).findings).toEqual([]);
  });

  it('the year in a number is the year in China', () => {
    expect(decide(['personnel'], records(), { at: '2026-12-31T17:00:00.000Z' }).assessments[0]?.number).toBe('A-2027-0001');
  });
});

describe('an assessment of this machine', () => {
  const { assessments, findings } = decide(['terminal-internal'], records(), { facts: { firewall: seen({ active: false, kind: 'none' }), nothing: seen({ x: 1 }) } });

  it('is about the device, and its finding belongs to it', () => {
    expect(assessments[0]?.subject).toEqual({ kind: 'terminal', key: identity.deviceId, label: '40000000' });
    expect(findings.map((finding) => [finding.itemId, finding.deviceId])).toEqual([['TERM-27', identity.deviceId]]);
  });

  it('keeps the facts that it reads, and no others', () => {
    expect(Object.keys(assessments[0]?.facts ?? {})).toEqual(['firewall']);
  });
});

describe('what the unit said of itself', () => {
  it('a question that was never asked counts as having it: nothing is left out in silence', () => {
    expect(unitTraitsOf({ ...identity, has: { hasPlaces: false } })).toEqual({ hasPersonnel: true, hasPlaces: false, hasClassifiedComputers: true, hasCryptography: true, hasProcurement: true });
  });
});
