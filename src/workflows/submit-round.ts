import { AppError } from '#domain/app-error.js';
import type { Assessment } from '#domain/assessment.js';
import type { FactSet } from '#domain/fact.js';
import type { Finding } from '#domain/finding.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { neededFacts } from '#evaluation/compile-checklist.js';
import { documentDigest } from '#store/canonical-json.js';
import { openStore } from '#store/store.js';
import { decideAssessments, type Evidence } from './assess.js';
import { booksOnFile } from './books-on-file.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { inspectMachine, type Progress } from './inspect-machine.js';
import { probesFor, withAgreement } from './reckoned-facts.js';
import { roundChecklists } from './round-checklists.js';
import { answerableRound, subjectInRound } from './round-named.js';
import { roundProgress, type RoundWorld, type SubjectProgress } from './round-progress.js';

export interface HandInRequest {
  readonly number: string;
  /** Keys; none = whoever is complete. */
  readonly subjects: readonly string[];
  /** Hand in what has open questions too: they stay pending. */
  readonly withGaps: boolean;
  readonly by?: string;
  readonly onProgress?: Progress;
}

export interface HandInOutcome {
  readonly round: Round;
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  /** Whoever has not handed in. */
  readonly out: readonly SubjectProgress[];
}

/** Hands in: each subject is judged on its answers, the books and this machine, and gets an assessment of its own. */
export async function submitRound(desk: Desk, request: HandInRequest): Promise<HandInOutcome> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const today = dayOf(at);
    const checklists = roundChecklists(desk, store.read());
    const asked = answerableRound(request.number, store.read());
    const compiled = checklists.of(asked);
    const world = (snapshot: WorkingSet): RoundWorld => ({ compiled, identity: store.identity, snapshot, today });
    const facts = await factsFor(probesFor(neededFacts([compiled])), store.identity.mode, request.onProgress);
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    return await store.transact({ actor: by, at }, (snapshot) => {
      const round = answerableRound(request.number, snapshot);
      const ready = readySubjects(round, world(snapshot), request);
      const now = withAgreement(facts, checklists.catalog.templates, store.identity, snapshot);
      const evidence: Evidence = { identity: store.identity, checklists: [compiled], facts: now, by, at, trigger: store.identity.demo ? 'demo' : 'person', toolVersion: desk.program.version, round: { round, subjects: ready.map(({ subject }) => subject) } };
      const { assessments, findings, changes } = decideAssessments(evidence, snapshot, booksOnFile(checklists.catalog.templates, store.identity, snapshot, today), documentDigest, desk.door);
      const handed = handedIn(round, assessments, today);
      const out = roundProgress(handed, world(snapshot)).filter(({ subject }) => handed.handedIn[subject.key] === undefined);
      return { kind: 'round.handed-in', changes: [...changes, { collection: 'rounds', id: handed.id, value: handed }], documents: assessments, result: { round: handed, assessments, findings, out } };
    });
  } finally {
    await store.close();
  }
}

function factsFor(needed: readonly string[], mode: Parameters<typeof inspectMachine>[0], onProgress: Progress | undefined): Promise<FactSet> {
  return needed.length === 0 ? Promise.resolve({}) : inspectMachine(mode, needed, onProgress);
}

// Whoever has handed in already is judged again only when named.
function readySubjects(round: Round, world: RoundWorld, { subjects, withGaps }: HandInRequest): readonly SubjectProgress[] {
  const named = new Set(subjects.map((each) => subjectInRound(round, each).key));
  const progress = roundProgress(round, world).filter(({ subject }) => (named.size === 0 ? round.handedIn[subject.key] === undefined : named.has(subject.key)));
  const ready = progress.filter(({ asked, answered }) => withGaps || answered === asked);
  if (progress.length === 0) throw new AppError('round-all-in', { number: round.number });
  if (ready.length === 0) throw new AppError('round-incomplete', { number: round.number, subjects: progress.length, open: progress.reduce((sum, each) => sum + each.open.length, 0) });
  return ready;
}

function handedIn(round: Round, assessments: readonly Assessment[], today: string): Round {
  const late = round.deadline !== undefined && today > round.deadline;
  const own = assessments.map((assessment) => [assessment.subject.key, { at: assessment.at, by: assessment.by, late, assessmentId: assessment.id }] as const);
  const all = { ...round.handedIn, ...Object.fromEntries(own) };
  return { ...round, handedIn: all, state: round.subjects.every(({ key }) => all[key] !== undefined) ? 'submitted' : 'open' };
}
