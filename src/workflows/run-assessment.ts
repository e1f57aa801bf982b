import type { Actor } from '#domain/actor.js';
import type { Assessment } from '#domain/assessment.js';
import type { FactSet } from '#domain/fact.js';
import type { Finding } from '#domain/finding.js';
import { neededFacts, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import { documentDigest } from '#store/canonical-json.js';
import { openStore, type Store } from '#store/store.js';
import { decideAssessments, type ExceptedItem } from './assess.js';
import { booksOnFile } from './books-on-file.js';
import { inspectMachine, inspectRoot, type Progress } from './inspect-machine.js';
import { chosenChecklists } from './chosen-checklists.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { otherRoot, type OtherRoot } from './other-root.js';
import { readSavedFacts, saveFacts } from './saved-facts.js';
import { completion } from './slot-ledger.js';
import { probesFor, withAgreement, withoutIdentity } from './reckoned-facts.js';
import { loadCatalog } from './load-catalog.js';

export interface AssessmentRequest {
  /** Checklists to run; none, or `all` = all that fit this desk. */
  readonly checklistIds: readonly string[];
  readonly trigger: Assessment['trigger'];
  readonly by?: string;
  /** Judge these saved facts instead of looking at the machine. */
  readonly factsFile?: string;
  /** Look at the root file system in this folder instead of this machine. */
  readonly root?: string;
  readonly saveFactsTo?: string;
  readonly onProgress?: Progress;
  /** The due time this run is for: completed in the same transaction, or nothing is kept. */
  readonly slot?: { readonly id: string; readonly attemptId: string };
}

export interface AssessmentOutcome {
  readonly assessments: readonly Assessment[];
  /** Findings that were opened or moved by this run. */
  readonly findings: readonly Finding[];
  /** Failed items that an approved deviation covers: they stay failed, but are not what `--fail-on` stops for. */
  readonly excepted: readonly ExceptedItem[];
  /** The clock stands before the newest record: order is by sequence, dates may be wrong. */
  readonly clockBehind: boolean;
}

/** The main job: read once, decide purely, write once. The command and the night watch run this same function. */
export async function runAssessment(desk: Desk, request: AssessmentRequest): Promise<AssessmentOutcome> {
  const store = await openStore(desk.folder);
  try {
    const root = request.root === undefined ? undefined : await otherRoot(request.root, store.identity, () => desk.door.now());
    const catalog = loadCatalog(desk.program, store.read().overrides);
    const checklists = chosenChecklists(desk, request, store.identity, catalog.environment);
    const facts = await factsFor(checklists, request, store, root);
    const at = desk.door.now();
    const clockBehind = store.isClockBehind(at);
    const by = actorOf(request, store, desk);
    const evidence = { identity: store.identity, checklists, facts, by, at, trigger: request.trigger, toolVersion: desk.program.version, ...(request.slot === undefined ? {} : { slot: request.slot.id }), ...(root === undefined ? {} : { root: root.folder }) };
    return await store.transact({ actor: by, at }, (snapshot) => {
      const now = { ...evidence, facts: root === undefined ? withAgreement(facts, catalog.templates, store.identity, snapshot) : withoutIdentity(facts) };
      const decision = decideAssessments(now, snapshot, booksOnFile(catalog.templates, store.identity, snapshot, dayOf(at)), documentDigest, desk.door);
      const { assessments, findings, excepted, changes } = decision;
      const ids = assessments.map((assessment) => assessment.id);
      const slotDone = request.slot === undefined ? [] : [completion(snapshot, request.slot.id, request.slot.attemptId, at, { assessmentIds: ids })];
      return { kind: 'assessment.recorded', changes: [...changes, ...slotDone], documents: assessments, result: { assessments, findings, excepted, clockBehind } };
    });
  } finally {
    await store.close();
  }
}

async function factsFor(checklists: readonly CompiledChecklist[], request: AssessmentRequest, store: Store, root: OtherRoot | undefined): Promise<FactSet> {
  if (request.factsFile !== undefined) return readSavedFacts(request.factsFile);
  const needed = probesFor(neededFacts(checklists));
  const facts = needed.length === 0 ? {} : root === undefined ? await inspectMachine(store.identity.mode, needed, request.onProgress) : await inspectRoot(root.host, needed, request.onProgress);
  if (request.saveFactsTo !== undefined) saveFacts(request.saveFactsTo, withoutIdentity(facts));
  return facts;
}

function actorOf(request: AssessmentRequest, store: Store, desk: Desk): Actor {
  if (request.trigger === 'schedule') return claimed(desk.say('actor.scheduler'), 'scheduler');
  return claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
}
