import { join, resolve } from 'node:path';
import type { Actor } from '#domain/actor.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { digestOf } from '#reports/pdf/attachment.js';
import type { Store } from '#store/store.js';
import type { Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { dayOf } from './door.js';
import { paperAs, type ComposedPaper, type PaperFormat } from './paper-as.js';
import { writePaper } from './write-paper.js';

/** What is recorded of a paper besides number, check code and digest. */
export interface PaperOrder extends Pick<IssuedReport, 'template' | 'assessmentIds'> {
  readonly at: string;
  readonly by: Actor;
  readonly output: string | undefined;
  /** PDF unless said otherwise. */
  readonly format?: PaperFormat | undefined;
}

export interface RenderedReport {
  readonly issued: IssuedReport;
  readonly pages: number;
  readonly warnings: readonly string[];
}

/** Gives a paper its number, has it composed and shaped, puts the file in place, and records number, check code and digest. */
export async function issuePaper(desk: Desk, store: Store, order: PaperOrder, compose: (number: string) => ComposedPaper): Promise<RenderedReport> {
  const { at, by, output, format = 'pdf', ...named } = order;
  // The number is taken first and never given again: a paper that fails leaves a gap, not a twin.
  const number = await store.transact({ actor: by, at }, (snapshot) => {
    const numbers = numberSource(snapshot, dayOf(at).slice(0, 4));
    const next = numbers.next('R');
    return { kind: 'report.numbered', changes: numbers.changes(), result: next };
  });
  const composed = compose(number);
  const { title } = composed.document;
  const paper = await paperAs(format, desk.program, composed);
  const path = resolve(output ?? join(desk.folder, 'reports', `${number}.${format}`));
  writePaper(path, paper.bytes);
  const issued: IssuedReport = { id: desk.door.newId(), number, ...named, title, at, by, checkCode: paper.checkCode, fileDigest: digestOf(paper.bytes), path };
  await store.transact({ actor: by, at }, () => ({ kind: 'report.issued', changes: [{ collection: 'reports', id: issued.id, value: issued }], result: issued }));
  return { issued, pages: paper.pages, warnings: glyphWarnings(desk, paper.missing) };
}

/** Says which characters no font had. */
export function glyphWarnings(desk: Desk, missing: readonly string[]): readonly string[] {
  return missing.length === 0 ? [] : [desk.say('glyph-warning', { characters: missing.join(' ') })];
}
