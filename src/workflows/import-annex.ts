import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { checklistText } from '#catalog/checklist-text.js';
import { checkedChecklist, openChecklist } from '#catalog/open-checklist.js';
import { readBytes } from '#catalog/read-bytes.js';
import { parseYaml, readYaml } from '#catalog/read-yaml.js';
import { AppError } from '#domain/app-error.js';
import type { Checklist } from '#domain/checklist.js';
import { RegisterTemplate } from '#domain/register.js';
import { completeChecklist, sumOfPoints, type CompletedChecklist } from '#registers/annex/complete-checklist.js';
import { readAnnex } from '#registers/annex/read-annex.js';
import { openBook } from '#registers/read-book.js';
import { documentDigest } from '#store/canonical-json.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { listChecklistFiles } from './list-checklists.js';
import { checklistFile } from './load-checklist.js';
import { writePaper } from './write-paper.js';

const national = 'national-59';
const limitBytes = 10 * 1024 * 1024;

/** What an import of the official annex did, or would do. */
export interface AnnexSummary extends Omit<CompletedChecklist, 'checklist'> {
  readonly checklistId: string;
  /** Where the completed sheet stands. */
  readonly file: string;
  readonly items: number;
  /** False for a dry run: nothing was stored. */
  readonly written: boolean;
}

export interface AnnexRequest {
  readonly dryRun: boolean;
  readonly by?: string;
}

/** Completes the national sheet from the unit's official annex: every item of the sheet, or an error that names each place and nothing written. */
export async function importAnnex(desk: Desk, file: string, request: AnnexRequest): Promise<AnnexSummary> {
  const store = await openStore(desk.folder, { readOnly: request.dryRun });
  try {
    const at = desk.door.now();
    const { checklist, ...told } = await completed(desk, file, dayOf(at));
    const path = join(desk.folder, 'checklists', `${national}.yaml`);
    const text = checklistText(checklist, checklist.origin);
    checkedChecklist(parseYaml(text, path));
    const summary = { checklistId: national, file: path, items: checklist.sections.flatMap((section) => section.items).length, ...told };
    if (request.dryRun) return { ...summary, written: false };
    const actor = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const undo = placed(path, text);
    try {
      // What was imported, by number; never what it says.
      const record = { event: 'checklist.imported', at, checklistId: national, digest: documentDigest(checklist), imported: told.imported, missing: told.missing };
      await store.transact<undefined>({ actor, at }, () => ({ kind: 'checklist.imported', changes: [], documents: [record], result: undefined }));
    } catch (error) {
      undo();
      throw error;
    }
    return { ...summary, written: true };
  } finally {
    await store.close();
  }
}

async function completed(desk: Desk, file: string, day: string): Promise<CompletedChecklist> {
  const template = checkShape(readYaml(join(desk.program.root, 'templates', 'annexes', `${national}.yaml`)), RegisterTemplate);
  const { items, problems } = readAnnex(await openBook(readBytes(file, limitBytes), file), template);
  if (problems.length > 0) throw new AppError('annex-invalid', { file, count: problems.length }, { problems: problems.slice(0, 50) });
  if (items.length === 0) throw new AppError('annex-invalid', { file, count: 0 });
  const shipped = openChecklist(join(desk.program.root, 'checklists', `${national}.yaml`)).checklist;
  const present = openChecklist(checklistFile(national, listChecklistFiles(desk.program, desk.folder)).file).checklist;
  const result = completeChecklist(present, shipped, items, day);
  refuseWrongSum(result.checklist);
  return result;
}

// A part may be less than 100, but never more.
function refuseWrongSum(checklist: Checklist): void {
  const { sum, isWhole } = sumOfPoints(checklist);
  if (isWhole ? sum !== 10_000 : sum > 10_000) throw new AppError('annex-points-sum', { sum: sum / 100 });
}

/** Puts the file in place, and tells how to take it back if the journal does not take it. */
function placed(path: string, text: string): () => void {
  const before = existsSync(path) ? readBytes(path, limitBytes) : undefined;
  writePaper(path, Buffer.from(text));
  return () => {
    if (before === undefined) rmSync(path, { force: true });
    else writePaper(path, before);
  };
}
