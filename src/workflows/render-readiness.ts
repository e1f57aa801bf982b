import { join, resolve } from 'node:path';
import { zipOf, type PackedFile } from '#exchange/zip.js';
import { sayIn } from '#messages/say.js';
import { buildBound } from '#reports/form/build-bound.js';
import { openStore } from '#store/store.js';
import { attachedAssessment } from './attach-assessment.js';
import { booksOpenIn } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import { citedEvidence, evidenceFiles } from './readiness-evidence.js';
import { readinessGaps, writeGaps } from './readiness-gaps.js';
import { readinessParts } from './readiness-parts.js';
import { chosenAssessments } from './render-report.js';
import { writePaper } from './write-paper.js';

export interface ReadinessRequest {
  readonly year?: string;
  readonly recipient?: string;
  /** Of the bound paper; the evidence and the list of gaps are put beside it. */
  readonly output?: string;
  readonly by?: string;
}

export interface RenderedReadiness extends RenderedReport {
  readonly parts: number;
  /** Folder and ZIP with the evidence, and how many files. */
  readonly evidence: { readonly folder: string; readonly zip: string; readonly files: number };
  /** For the office only: what is missing or stale. Never bound in. */
  readonly gaps: { readonly path: string; readonly count: number };
}

/** 迎检材料: one bound paper, the evidence it cites as folder and ZIP with digests, and apart from them the sheet of what is still missing. */
export async function renderReadiness(desk: Desk, request: ReadinessRequest): Promise<RenderedReadiness> {
  const store = await openStore(desk.folder);
  try {
    const open = booksOpenIn(desk, store);
    const year = request.year ?? open.today.slice(0, 4);
    const say = sayIn('zh-CN');
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const assessments = chosenAssessments(store, {}, { assessmentNumbers: [] });
    const evidence = citedEvidence(open.snapshot, assessments);
    // Every byte is held against its digest before anything is written.
    const files = evidenceFiles(store, evidence);
    const title = say('readiness.title', { year });
    const order = { template: 'readiness', assessmentIds: assessments.map(({ id }) => id), at: open.at, by, output: request.output };
    let parts = 0;
    const rendered = await issuePaper(desk, store, order, (number) => {
      const bound = readinessParts(desk, store, open, { year, number, by: by.person, recipient: request.recipient ?? '', assessments, evidence }, say);
      parts = bound.filter(({ blocks }) => blocks !== undefined).length;
      return { document: buildBound({ template: 'readiness', title, unit: open.identity.unit, number, at: open.at, isDemo: open.identity.demo, note: say('readiness.note'), parts: bound }, say), assessments: assessments.map(attachedAssessment) };
    });
    const beside = rendered.issued.path.replace(/\.pdf$/i, '');
    const gaps = readinessGaps(desk, open, assessments, say);
    const gapsPath = `${beside}-gaps.xlsx`;
    writePaper(gapsPath, await writeGaps(desk, open, gaps, by.person));
    return { ...rendered, parts, evidence: putEvidence(files, beside, open.at), gaps: { path: gapsPath, count: gaps.length } };
  } finally {
    await store.close();
  }
}

function putEvidence(files: readonly PackedFile[], beside: string, at: string): RenderedReadiness['evidence'] {
  const folder = resolve(`${beside}-evidence`);
  const zip = `${folder}.zip`;
  for (const { name, bytes } of files) writePaper(join(folder, name), Buffer.from(bytes));
  writePaper(zip, Buffer.from(zipOf(files, at)));
  // The list of digests is a file too, and no evidence.
  return { folder, zip, files: files.length - 1 };
}
