import { createHash } from 'node:crypto';
import { z } from 'zod';
import { findingStates } from '#domain/finding.js';
import type { RegisterFact, RowView } from '#domain/register-fact.js';
import { severities } from '#domain/result-value.js';
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
  }),
} as const satisfies Readonly<Record<keyof typeof virtualBookTitles, z.ZodObject>>;

/** Books over the working set: whether last quarter's self-check happened is a question like any other. They are complete by construction. `dueOf` computes a finding's day, `dayOf` a moment's. */
export function virtualBooks(
  snapshot: Pick<WorkingSet, 'assessments' | 'findings' | 'rounds' | 'supervisions'>,
  compute: { readonly today: string; dayOf(instant: string): string; dueOf(finding: WorkingSet['findings'][string]): string | undefined },
): Readonly<Record<string, RegisterFact>> {
  const { today } = compute;
  return {
    assessments: book('assessments', today, snapshot.assessments, ({ number, at, checklistId, level: of, trigger, counts }) => {
      return {
        number,
        day: compute.dayOf(at),
        checklist: checklistId,
        level: of,
        trigger,
        fail: counts['fail'] ?? 0,
        open: sum(counts, 'error', 'unknown', 'notchecked'),
      };
    }),
    findings: book('findings', today, snapshot.findings, (finding) => {
      const { number, itemId, checklistId, severity, state, source, recurrences, owner, measure, cause } = finding;
      const said = { has_owner: owner !== undefined, has_measure: measure !== undefined, has_cause: cause !== undefined };
      return {
        number,
        item: itemId,
        checklist: checklistId,
        severity,
        state,
        source,
        first_seen: compute.dayOf(finding.firstSeenAt),
        due: compute.dueOf(finding),
        recurrences,
        ...said,
      };
    }),
    rounds: book('rounds', today, snapshot.rounds, ({ number, level: of, state, checklistId, deadline }) => ({
      number,
      level: of,
      state,
      checklist: checklistId,
      deadline,
    })),
    supervisions: book('supervisions', today, snapshot.supervisions, ({ number, on, kind, state, opinions }) => {
      return {
        number,
        day: on,
        kind,
        state,
        opinions: opinions.length,
        unanswered: opinions.filter((opinion) => opinion.response === undefined).length,
      };
    }),
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
