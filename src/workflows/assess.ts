import type { Actor } from '#domain/actor.js';
import type { Assessment, AssessmentEntry } from '#domain/assessment.js';
import type { Change } from '#domain/change.js';
import type { FactSet } from '#domain/fact.js';
import type { Finding } from '#domain/finding.js';
import type { StoreIdentity } from '#domain/identity.js';
import { printableChecklist } from '#domain/printable-item.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { Round } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import type { World } from '#evaluation/world.js';
import { exceptedItems } from '#findings/excepted-items.js';
import { reconcileFindings } from '#findings/reconcile-findings.js';
import { dayOf, type Door } from './door.js';
import { numberSource } from './display-number.js';
import { parameterValues } from './parameter-values.js';
import { answersCounting, yearToDate } from './round-answers.js';
import { subjectOf, subjectOfRoot } from './subjects.js';
import { findingsToday } from './view-findings.js';
import { unitTraitsOf } from './unit-traits.js';

/** Everything DECIDE needs that was read before the lock was taken. */
export interface Evidence {
  readonly identity: StoreIdentity;
  readonly checklists: readonly CompiledChecklist[];
  readonly facts: FactSet;
  readonly by: Actor;
  readonly at: string;
  readonly trigger: Assessment['trigger'];
  readonly toolVersion: string;
  readonly slot?: string;
  /** The folder whose root file system gave the facts; absent = this machine. */
  readonly root?: string;
  /** The round this is for, and those of its subjects that are judged; absent = the unit or this machine. */
  readonly round?: { readonly round: Round; readonly subjects: readonly Subject[] };
}

/** What one run decided: immutable assessments, and the findings that moved. */
export interface Decision {
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  /** Failed items that an approved deviation covers, by assessment. */
  readonly excepted: readonly ExceptedItem[];
  readonly changes: readonly Change[];
}

/** An item that fails only where a deviation was approved. */
export interface ExceptedItem {
  readonly assessmentId: string;
  readonly itemId: string;
}

/** DECIDE: judges each checklist on one snapshot of the records; pure but for the ids the door hands out. */
export function decideAssessments(
  evidence: Evidence,
  snapshot: WorkingSet,
  registers: Readonly<Record<string, RegisterFact>>,
  digestOf: (body: unknown) => string,
  door: Door,
): Decision {
  const numbers = numberSource(snapshot, dayOf(evidence.at).slice(0, 4));
  const today = findingsToday(snapshot, dayOf(evidence.at));
  const known = new Map(today.map((finding) => [finding.id, finding]));
  const moved = new Map(evidence.trigger === 'replay' ? [] : today.filter((finding) => finding !== snapshot.findings[finding.id]).map((finding) => [finding.id, finding]));
  const targets = evidence.checklists.flatMap((compiled) => subjectsOf(compiled, evidence).map((subject) => ({ compiled, subject })));
  const assessments = targets.map(({ compiled, subject }) => {
    const { assessment, passedSubjects } = assess(compiled, subject, evidence, snapshot, registers, digestOf, { id: door.newId(), number: numbers.next('A') });
    // Old evidence judged again, and another system, say nothing about this machine today: they open, heal and renew no finding.
    if (evidence.trigger === 'replay') return assessment;
    const identify = (): { id: string; number: string } => ({ id: door.newId(), number: numbers.next('W') });
    for (const finding of reconcileFindings([...known.values()], assessment, passedSubjects, identify)) {
      known.set(finding.id, finding);
      moved.set(finding.id, finding);
    }
    return assessment;
  });
  const entries = assessments.map((assessment): Change => ({ collection: 'assessments', id: assessment.id, value: entryOf(assessment, digestOf(assessment)) }));
  const findings = [...moved.values()];
  const opened = findings.map((finding): Change => ({ collection: 'findings', id: finding.id, value: finding }));
  const excepted = assessments.flatMap((assessment) => exceptedItems(assessment, evidence.root === undefined ? [...known.values()] : []).map((itemId) => ({ assessmentId: assessment.id, itemId })));
  return { assessments, findings, excepted, changes: [...entries, ...opened, ...numbers.changes()] };
}

function subjectsOf({ checklist }: CompiledChecklist, { round, root, identity }: Evidence): readonly Subject[] {
  if (root !== undefined) return [subjectOfRoot(root)];
  return round?.subjects ?? [subjectOf(checklist, identity)];
}

function assess(
  compiled: CompiledChecklist,
  subject: Subject,
  evidence: Evidence,
  snapshot: WorkingSet,
  registers: Readonly<Record<string, RegisterFact>>,
  digestOf: (body: unknown) => string,
  identity: { readonly id: string; readonly number: string },
): { assessment: Assessment; passedSubjects: Readonly<Record<string, readonly string[]>> } {
  const { checklist } = compiled;
  const world = worldOf(compiled, subject, evidence, snapshot, registers);
  const { results, passedSubjects } = evaluateChecklist(compiled, world);
  const score = scoreChecklist(checklist, results, { fixedEarns: world.parameters['fixedEarns'] === true });
  const read = readsOf(compiled);
  const assessment: Assessment = {
    ...identity,
    at: evidence.at,
    by: evidence.by,
    ...(evidence.round === undefined ? {} : { round: evidence.round.round.id }),
    level: checklist.level,
    subject,
    period: evidence.round?.round.period ?? yearToDate(world.today),
    trigger: evidence.trigger,
    ...(evidence.root === undefined ? {} : { root: evidence.root }),
    ...(evidence.slot === undefined ? {} : { slot: evidence.slot }),
    deviceId: evidence.identity.deviceId,
    toolVersion: evidence.toolVersion,
    network: world.machine.network,
    // The digest is that of the whole text; the text of an imported annex goes no further than the file it is in.
    checklist: printableChecklist(checklist),
    checklistDigest: digestOf(checklist),
    parameters: pick(world.parameters, [...read.parameters, 'fixedEarns']),
    answers: results.flatMap((result) => (result.answerId === undefined ? [] : [result.answerId])),
    registers: read.registers.flatMap((id) => stateOf(registers[id])),
    facts: pick(evidence.facts, read.facts),
    results: [...results],
    score,
  };
  return { assessment, passedSubjects };
}

function worldOf({ checklist }: CompiledChecklist, subject: Subject, evidence: Evidence, snapshot: WorkingSet, registers: Readonly<Record<string, RegisterFact>>): World {
  const { identity } = evidence;
  const today = dayOf(evidence.at);
  return {
    subject,
    facts: evidence.facts,
    registers,
    parameters: parameterValues(snapshot),
    machine: { network: checklist.network ?? identity.network, mode: identity.mode },
    unit: unitTraitsOf(identity),
    // What people said, they said of this office.
    ...(evidence.root === undefined ? answersCounting(evidence.round?.round, snapshot, today) : { answers: [] }),
    today,
  };
}

interface Named {
  readonly facts: readonly string[];
  readonly registers: readonly string[];
  readonly parameters: readonly string[];
}

function readsOf(compiled: CompiledChecklist): Named {
  const all = compiled.items.map((item) => item.reads);
  const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
  return {
    facts: unique(all.flatMap((reads) => reads.facts)),
    registers: unique(all.flatMap((reads) => reads.registers)),
    parameters: unique(all.flatMap((reads) => reads.parameters.map((use) => use.parameter))),
  };
}

function pick<V>(values: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> {
  return Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name] as V] as const] : [])));
}

function stateOf(register: RegisterFact | undefined): Assessment['registers'] {
  if (register === undefined) return [];
  const { title, rows, state, asOf, digest } = register;
  return [{ register: register.register, title, rows: rows.length, state, digest, ...(asOf === undefined ? {} : { asOf }) }];
}

function entryOf(assessment: Assessment, document: string): AssessmentEntry {
  return {
    id: assessment.id,
    number: assessment.number,
    at: assessment.at,
    checklistId: assessment.checklist.id,
    checklistTitle: assessment.checklist.title,
    level: assessment.level,
    ...(assessment.round === undefined ? {} : { round: assessment.round }),
    subjectKey: assessment.subject.key,
    trigger: assessment.trigger,
    ...(assessment.root === undefined ? {} : { root: assessment.root }),
    counts: assessment.score.counts,
    range: assessment.score.range,
    document,
  };
}
