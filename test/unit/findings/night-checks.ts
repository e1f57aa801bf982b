import type { Actor } from '#domain/actor.js';
import type { Assessment } from '#domain/assessment.js';
import { Checklist } from '#domain/checklist.js';
import type { Finding } from '#domain/finding.js';
import type { ItemResult, Observation } from '#domain/item-result.js';
import type { ResultValue } from '#domain/result-value.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { reconcileFindings, type Identify } from '#findings/reconcile-findings.js';

export const scheduler: Actor = { person: '定时任务', role: 'scheduler', proof: 'claimed' };
export const person = (name: string): Actor => ({ person: name, role: 'officer', proof: 'claimed' });
export const deviceId = '5e0b7a52-6f8c-4b27-8f10-2f9a1f0f7a11';

/** A result of one item; rows make it one of a book. */
export interface Seen {
  readonly itemId: string;
  readonly result: ResultValue;
  readonly rows?: Readonly<Record<string, 'pass' | 'fail' | 'unknown' | 'notchecked'>>;
  readonly fact?: string;
}

/** The check of one night: number, day, and what was seen. */
export function nightCheck(night: number, seen: readonly Seen[], level: Checklist['level'] = 'unit', at = `2026-11-${String(night).padStart(2, '0')}T17:00:00.000Z`): Assessment {
  const checklist = checklistOf([...new Set(seen.map((each) => each.itemId))], level);
  const results = seen.map(resultOf);
  const id = `00000000-0000-4000-8000-${String(night).padStart(12, '0')}`;
  const subject = level === 'terminal' ? ({ kind: 'terminal', key: deviceId, label: '5e0b7a52' } as const) : ({ kind: 'unit', key: 'unit', label: '东湖区示例局' } as const);
  return {
    id, number: `A-2026-${String(night).padStart(4, '0')}`, at, by: scheduler, level, subject, period: { from: '2026-01-01', to: at.slice(0, 10) }, trigger: 'schedule',
    deviceId, toolVersion: '0.1.0', network: 'internal', checklist, checklistDigest: '0'.repeat(64), parameters: {}, answers: [], registers: [], facts: {}, results, score: scoreChecklist(checklist, results),
  };
}

/** Findings after a night, old ones replaced by their new state; ids and numbers count up. */
export function afterNight(findings: readonly Finding[], assessment: Assessment, seen: readonly Seen[]): readonly Finding[] {
  const moved = new Map(reconcileFindings(findings, assessment, passedIn(assessment, seen), identifyAfter(findings)).map((finding) => [finding.id, finding]));
  return [...findings.map((finding) => moved.get(finding.id) ?? finding), ...[...moved.values()].filter((finding) => !findings.some((each) => each.id === finding.id))];
}

/** One night from what was seen to the findings on file. */
export function night(findings: readonly Finding[], number: number, seen: readonly Seen[], level: Checklist['level'] = 'unit'): readonly Finding[] {
  return afterNight(findings, nightCheck(number, seen, level), seen);
}

export function passedIn(assessment: Assessment, seen: readonly Seen[]): Readonly<Record<string, readonly string[]>> {
  const keys = ({ result, rows }: Seen): readonly string[] => {
    if (rows === undefined) return result === 'pass' ? [assessment.subject.key] : [];
    return Object.entries(rows).flatMap(([key, value]) => (value === 'pass' ? [key] : []));
  };
  return Object.fromEntries(seen.map((each) => [each.itemId, keys(each)]));
}

export function identifyAfter(findings: readonly Finding[]): Identify {
  let last = findings.length;
  return () => {
    last += 1;
    return { id: `10000000-0000-4000-8000-${String(last).padStart(12, '0')}`, number: `W-2026-${String(last).padStart(4, '0')}` };
  };
}

function checklistOf(ids: readonly string[], level: Checklist['level']): Checklist {
  const method = level === 'terminal' ? 'automated' : 'register';
  const items = ids.map((id) => ({ id, objective: '在岗涉密人员均签订保密承诺书', finding: '没有保密承诺书签订记录', basis: [{ kind: 'practice' }], confidence: 'own', severity: 'high', method, expect: 'true', remediation: '限期签订' }));
  return Checklist.parse({ id: 'small', title: '东湖区示例局自查表', edition: '2026', origin: '本局自拟', level, scoring: 'none', sections: [{ id: 'only', title: '一、全部', items }] });
}

function resultOf({ itemId, result, rows, fact }: Seen): ItemResult {
  const entries = Object.entries(rows ?? {});
  const observations = entries.flatMap(([key, value]): Observation[] => (value === 'pass' ? [] : [{ subject: { kind: 'row', key, label: `${key}某` }, result: value, reasons: [], observed: [] }]));
  const count = (...values: readonly string[]): number => entries.filter(([, value]) => values.includes(value)).length;
  const single = { total: 1, pass: result === 'pass' ? 1 : 0, fail: result === 'fail' ? 1 : 0, open: 0 };
  const subjects = rows === undefined ? single : { total: entries.length, pass: count('pass'), fail: count('fail'), open: count('unknown', 'notchecked') };
  return { itemId, sectionId: 'only', result, method: 'register', gaps: [], subjects, observations, observed: [], deductions: [], ...(fact === undefined ? {} : { fact }) };
}
