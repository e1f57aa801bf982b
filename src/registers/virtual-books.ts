import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AssessmentEntry } from '#domain/assessment.js';
import { findingStates, type Finding } from '#domain/finding.js';
import type { RegisterFact, RowView } from '#domain/register-fact.js';
import { severities } from '#domain/result-value.js';
import type { Round } from '#domain/round.js';
import type { Supervision } from '#domain/supervision.js';
import type { WorkingSet } from '#domain/working-set.js';
import { virtualBookTitles } from '#messages/spellings.js';

const level = z.enum(['staff', 'department', 'unit', 'terminal']);

/** Row shapes of the tool's own records read as books; days are ISO text. */
export const virtualSchemas = {
  assessments: z.object({
    number: z.string(),
    day: z.string(),
    checklist: z.string(),
    level,
    trigger: z.enum(['person', 'schedule', 'demo', 'replay']),
    fail: z.number(),
    open: z.number(),
  }),
  findings: z.object({
    number: z.string(),
    item: z.string(),
    checklist: z.string(),
    severity: z.enum(severities),
    state: z.enum(findingStates),
    source: z.enum(['automated', 'register', 'manual', 'person', 'supervision']),
    first_seen: z.string(),
    due: z.string().optional(),
    recurrences: z.number(),
    has_owner: z.boolean(),
    has_measure: z.boolean(),
    has_cause: z.boolean(),
  }),
  rounds: z.object({
    number: z.string(),
    level,
    state: z.enum(['open', 'submitted', 'signed-off', 'discarded']),
    checklist: z.string(),
    deadline: z.string().optional(),
  }),
  supervisions: z.object({
    number: z.string(),
    day: z.string(),
    kind: z.enum(['secrecy', 'cryptography']),
    state: z.enum(['open', 'closed']),
    opinions: z.number(),
    unanswered: z.number(),
    unfiled: z.number(),
  }),
} as const satisfies Readonly<Record<keyof typeof virtualBookTitles, z.ZodObject>>;

/** What is computed outside this layer: calendar days of moments, and the day by which a finding is due. */
export interface DayRules {
  readonly today: string;
  dayOf(instant: string): string;
  dueOf(finding: Finding): string | undefined;
}

/** Books over the working set: whether last quarter's self-check happened is a question like any other. They are complete by construction. */
export function virtualBooks(
  snapshot: Pick<WorkingSet, keyof typeof virtualBookTitles>,
  days: DayRules,
): Readonly<Record<string, RegisterFact>> {
  const { today } = days;
  return {
    assessments: book('assessments', today, snapshot.assessments, (entry) => assessmentCells(entry, days)),
    findings: book('findings', today, snapshot.findings, (finding) => findingCells(finding, days)),
    rounds: book('rounds', today, snapshot.rounds, roundCells),
    supervisions: book('supervisions', today, snapshot.supervisions, supervisionCells),
  };
}

type CellsOf<B extends keyof typeof virtualSchemas> = {
  readonly [K in keyof z.infer<(typeof virtualSchemas)[B]>]: z.infer<(typeof virtualSchemas)[B]>[K] | undefined;
};

function assessmentCells(entry: AssessmentEntry, days: DayRules): CellsOf<'assessments'> {
  const { number, checklistId: checklist, level, trigger, counts } = entry;
  return {
    number,
    day: days.dayOf(entry.at),
    checklist,
    level,
    trigger,
    fail: sum(counts, 'fail'),
    open: sum(counts, 'error', 'unknown', 'notchecked'),
  };
}

function findingCells(finding: Finding, days: DayRules): CellsOf<'findings'> {
  const { number, itemId: item, checklistId: checklist, severity, state, source, recurrences, owner, measure, cause } = finding;
  const said = { has_owner: owner !== undefined, has_measure: measure !== undefined, has_cause: cause !== undefined };
  const moments = { first_seen: days.dayOf(finding.firstSeenAt), due: days.dueOf(finding) };
  return { number, item, checklist, severity, state, source, ...moments, recurrences, ...said };
}

function roundCells({ number, level, state, checklistId: checklist, deadline }: Round): CellsOf<'rounds'> {
  return { number, level, state, checklist, deadline };
}

function supervisionCells({ number, on, kind, state, opinions }: Supervision): CellsOf<'supervisions'> {
  return {
    number,
    day: on,
    kind,
    state,
    opinions: opinions.length,
    unanswered: opinions.filter((each) => each.response === undefined).length,
    // A suggestion is answered; the other opinions are followed as problems.
    unfiled: opinions.filter((each) => each.nature !== 'suggestion' && each.findingIds.length === 0).length,
  };
}

function sum(counts: Readonly<Record<string, number>>, ...names: readonly string[]): number {
  return names.reduce((total, name) => total + (counts[name] ?? 0), 0);
}

function book<R extends { readonly id: string; readonly number: string }>(
  register: keyof typeof virtualBookTitles,
  today: string,
  records: Readonly<Record<string, R>>,
  cellsOf: (record: R) => Readonly<Record<string, unknown>>,
): RegisterFact {
  const rows = Object.values(records)
    .map((record): RowView => ({ rowId: record.id, revision: 1, label: record.number, cells: present(cellsOf(record)) }))
    .sort((left, right) => (left.rowId < right.rowId ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return { register, title: virtualBookTitles[register], state: 'confirmed', asOf: today, rows, hiddenColumns: [], digest, links: {} };
}

function present(cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}
