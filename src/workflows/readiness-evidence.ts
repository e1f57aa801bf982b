import type { Assessment } from '#domain/assessment.js';
import type { Evidence } from '#domain/evidence.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { PackedFile } from '#exchange/zip.js';
import { digestListName } from '#messages/spellings.js';
import type { Store } from '#store/store.js';

/** Kept evidence that the papers cite: of problems, answers, inspections and checklist items; what was purged is cited by its digest only. */
export function citedEvidence(snapshot: WorkingSet, assessments: readonly Assessment[]): readonly Evidence[] {
  const answers = assessments.flatMap((assessment) => assessment.answers.flatMap((id) => snapshot.answers[id]?.evidence ?? []));
  const items = assessments.flatMap(({ checklist }) => checklist.sections.flatMap(({ items: own }) => own.map(({ id }) => id)));
  const named = new Set([...Object.values(snapshot.findings).flatMap(({ evidence }) => evidence), ...answers]);
  const owners = new Set([...items, ...numbersOf(snapshot.findings), ...numbersOf(snapshot.supervisions), ...numbersOf(snapshot.inspections)]);
  return Object.values(snapshot.evidence)
    .filter(({ number, belongsTo }) => named.has(number) || belongsTo.some((each) => owners.has(each)))
    .sort((left, right) => left.number.localeCompare(right.number, 'en', { numeric: true }));
}

/** The files with their digests as `sha256sum -c` reads them; damage is an error, never a file that is left out. */
export function evidenceFiles(store: Store, evidence: readonly Evidence[]): readonly PackedFile[] {
  const files = evidence.filter(({ purged }) => purged === undefined).map((each) => ({ name: fileName(each), digest: each.digest, bytes: store.readFile(each.digest) }));
  const list = files.map(({ digest, name }) => `${digest}  ${name}\n`).join('');
  return [...files.map(({ name, bytes }) => ({ name, bytes })), { name: digestListName, bytes: Buffer.from(list) }];
}

// The name was given by people: only what every file system takes, and never a folder.
function fileName({ number, name }: Evidence): string {
  const safe = name.normalize('NFC').replace(/[\p{C}<>:"/\\|?*]/gu, '_').replace(/^[.\s]+/u, '').slice(-80);
  return `${number} ${safe === '' ? '_' : safe}`;
}

function numbersOf(records: Readonly<Record<string, { readonly number: string }>>): readonly string[] {
  return Object.values(records).map(({ number }) => number);
}
