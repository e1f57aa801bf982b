import { join, resolve } from 'node:path';
import type { Assessment } from '#domain/assessment.js';
import { composeSheets } from '#exchange/sheet/compose-sheets.js';
import type { ExportSource, StandingDeviation } from '#exchange/export-source.js';
import { writeXccdf } from '#exchange/xccdf/write-xccdf.js';
import { languages, sayIn } from '#messages/say.js';
import { maskName } from '#registers/mask.js';
import { writeTableBook } from '#registers/write-table-book.js';
import { writeTableCsv } from '#registers/write-table-csv.js';
import { basisText } from '#reports/basis-text.js';
import { fiveCounts, type FiveCounts } from '#reports/counts.js';
import { gapText } from '#reports/gap-text.js';
import { coverageText } from '#reports/letter/opening.js';
import { percentText } from '#messages/figure-text.js';
import { shareText } from '#reports/share-text.js';
import { openStore, type Store } from '#store/store.js';
import type { Desk } from './desk.js';
import { dayOf, minuteOf } from './door.js';
import { loadParameters } from './load-catalog.js';
import { chosenAssessment } from './open-assessment.js';
import { writePaper } from './write-paper.js';

export const exportFormats = ['xlsx', 'csv', 'xccdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedAssessment {
  readonly number: string;
  readonly checklistId: string;
  readonly format: ExportFormat;
  readonly path: string;
  readonly counts: FiveCounts;
  /** Approved deviations that are stated. */
  readonly deviations: number;
  /** Items of an imported annex: only their short names are written. */
  readonly withheld: number;
}

const endings: Readonly<Record<ExportFormat, string>> = { xlsx: 'xlsx', csv: 'csv', xccdf: 'xml' };
// Checklists and inspectors are Chinese, whatever language the screen has.
const say = sayIn('zh-CN');
// Nobody's name needs no mask; it was written in the language of the screen.
const unnamed = languages.map((language) => sayIn(language)('actor.unnamed'));

/** Writes one assessment, the newest unless a number says otherwise, for a spreadsheet or another checking tool. */
export async function exportAssessment(desk: Desk, number: string | undefined, format: ExportFormat, output?: string): Promise<ExportedAssessment> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const assessment = chosenAssessment(store, number);
    const source = exportSource(desk, store, assessment);
    const path = resolve(output ?? join(desk.folder, 'exports', `${assessment.number}.${endings[format]}`));
    writePaper(path, await writers[format](source));
    const withheld = assessment.checklist.sections.flatMap(({ items }) => items).filter((item) => item.withheld === true).length;
    return { number: assessment.number, checklistId: assessment.checklist.id, format, path, counts: fiveCounts(assessment), deviations: source.deviations.length, withheld };
  } finally {
    await store.close();
  }
}

const writers: Readonly<Record<ExportFormat, (source: ExportSource) => Buffer | Promise<Buffer>>> = {
  xlsx: async (source) => Buffer.from(await writeTableBook(composeSheets(source, say), source.assessment.at)),
  csv: (source) => Buffer.from(writeTableCsv(composeSheets(source, say))),
  xccdf: (source) => Buffer.from(writeXccdf(source, say)),
};

function exportSource(desk: Desk, store: Store, assessment: Assessment): ExportSource {
  const { score } = assessment;
  const { unit, demo } = store.identity;
  const snapshot = store.read();
  const day = dayOf(desk.door.now());
  const parameters = loadParameters(desk.program);
  const names = { assessments: [assessment], parameters };
  return {
    assessment,
    unit,
    day,
    ...(demo ? { mark: say('demo.mark') } : {}),
    coverage: coverageText(names, say),
    share: shareText(score, say),
    shares: score.scoring === 'none' || score.range === null ? null : { low: percentText(score.range.low), high: percentText(score.range.high) },
    answers: snapshot.answers,
    deviations: standingDeviations(store, assessment, day),
    basisWords: (basis) => basisText([basis], { parameters }, say),
    gapWords: (gap) => gapText(gap, names, say),
    maskedName: (person) => (unnamed.includes(person) ? person : maskName(person)),
    minuteOf,
  };
}

// Of this checklist and of a subject that this assessment was about, or met.
function standingDeviations(store: Store, { checklist, subject, results }: Assessment, day: string): readonly StandingDeviation[] {
  const met = new Map(results.map(({ itemId, observations }) => [itemId, new Set([subject.key, ...observations.map((each) => each.subject.key)])]));
  return Object.values(store.read().findings)
    .filter(({ state, checklistId, itemId, subject: { key } }) => state === 'deviation-approved' && checklistId === checklist.id && met.get(itemId)?.has(key) === true)
    .flatMap(({ itemId, number, deviation }) => (deviation === undefined || deviation.until < day ? [] : [{ itemId, finding: number, until: deviation.until }]))
    .sort((left, right) => left.finding.localeCompare(right.finding, 'en', { numeric: true }));
}
