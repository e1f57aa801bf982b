import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import type { Finding, FindingEvent } from '#domain/finding.js';
import type { ItemResult } from '#domain/item-result.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Subject } from '#domain/subject.js';
import { fingerprint } from './fingerprint.js';
import { nextState } from './lifecycle.js';
import { without } from './without.js';

/** Hands out ids and display numbers; called once for each new finding. */
export type Identify = () => { readonly id: string; readonly number: string };

/** One item × subject pair that this assessment decided. */
interface Verdict {
  readonly item: Item;
  readonly section: string;
  readonly result: ItemResult;
  readonly subject: Subject;
  readonly failed: boolean;
}

/**
 * The findings that an assessment opens, renews or takes one step further; all others stay untouched.
 * `unknown` and `notchecked` are no event. The same assessment a second time changes nothing.
 */
export function reconcileFindings(
  existing: readonly Finding[],
  assessment: Assessment,
  passedSubjects: Readonly<Record<string, readonly string[]>>,
  identify: Identify,
): readonly Finding[] {
  const known = new Map(existing.map((finding) => [finding.fingerprint, finding]));
  return verdicts(assessment, passedSubjects, existing).flatMap((verdict) => {
    const print = fingerprint(verdict.item.id, verdict.subject.key, deviceOf(assessment));
    const finding = known.get(print);
    if (finding === undefined) return verdict.failed ? [opened(verdict, print, assessment, identify)] : [];
    if (finding.lastAssessmentId === assessment.id) return [];
    return verdict.failed ? failedAgain(finding, verdict, assessment) : passedNow(finding, assessment);
  });
}

function verdicts(assessment: Assessment, passedSubjects: Readonly<Record<string, readonly string[]>>, existing: readonly Finding[]): Verdict[] {
  const items = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, { item, section: section.title }] as const)));
  const subjects = new Map(existing.map((finding) => [finding.subject.key, finding.subject]));
  return assessment.results.flatMap((result) => {
    const named = items.get(result.itemId);
    if (named === undefined) return [];
    const failed = failures(result, assessment).map((subject) => ({ ...named, result, subject, failed: true }));
    const passed = (passedSubjects[named.item.id] ?? []).flatMap((key) => {
      const subject = subjects.get(key);
      return subject === undefined ? [] : [{ ...named, result, subject, failed: false }];
    });
    return [...failed, ...passed];
  });
}

/** Whom a result fails for. */
export function failures(result: ItemResult, assessment: Assessment): readonly Subject[] {
  if (result.result !== 'fail') return [];
  const rows = result.observations.filter((each) => each.result === 'fail').map((each) => each.subject);
  return rows.length > 0 ? rows : [assessment.subject];
}

// A terminal's problem belongs to this device; a person's or a room's does not, nor that of a machine attested on paper.
export function deviceOf(assessment: Assessment): string | undefined {
  return assessment.level === 'terminal' && assessment.round === undefined ? assessment.deviceId : undefined;
}

function opened(verdict: Verdict, print: string, assessment: Assessment, identify: Identify): Finding {
  const device = deviceOf(assessment);
  const { item } = verdict;
  return {
    ...identify(),
    fingerprint: print,
    itemId: item.id,
    checklistId: assessment.checklist.id,
    objective: printableObjective(item),
    section: verdict.section,
    statement: verdict.result.fact ?? item.finding ?? printableObjective(item),
    basis: item.basis,
    severity: item.severity,
    ...(item.remediation === undefined ? {} : { remediation: item.remediation }),
    subject: verdict.subject,
    ...(device === undefined ? {} : { deviceId: device }),
    source: item.method,
    state: 'open',
    firstSeenAt: assessment.at,
    lastSeenAt: assessment.at,
    lastAssessmentId: assessment.id,
    recurrences: 0,
    ...verdict.result.assigned,
    evidence: [],
    events: [event(assessment, 'opened', null, 'open')],
  };
}

function failedAgain(finding: Finding, verdict: Verdict, assessment: Assessment): Finding[] {
  const name = finding.state === 'closed' ? 'reopened' : 'seen-again';
  const to = nextState(finding, name);
  if (to === undefined) return [];
  const moved = to !== finding.state;
  // The old deadline was kept when it was closed: a problem that came back gets a new one.
  const kept = name === 'reopened' ? without(finding, 'dueOn', 'deviation') : finding;
  return [
    {
      ...kept,
      state: to,
      // The label may have changed (a person moved on); the key is the identity.
      subject: verdict.subject,
      lastSeenAt: assessment.at,
      lastAssessmentId: assessment.id,
      recurrences: finding.recurrences + (name === 'reopened' ? 1 : 0),
      events: moved ? [...finding.events, event(assessment, name, finding.state, to)] : finding.events,
    },
  ];
}

function passedNow(finding: Finding, assessment: Assessment): Finding[] {
  const to = nextState(finding, 'recheck-passed');
  if (to === undefined || to === finding.state) return [];
  return [{ ...finding, state: to, lastAssessmentId: assessment.id, events: [...finding.events, event(assessment, 'recheck-passed', finding.state, to)] }];
}

function event(assessment: Assessment, name: FindingEvent['event'], from: FindingEvent['from'], to: FindingEvent['to']): FindingEvent {
  return { at: assessment.at, by: assessment.by, event: name, from, to, assessmentId: assessment.id };
}
