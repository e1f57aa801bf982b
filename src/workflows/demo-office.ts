import { existsSync, readdirSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { checkShape } from '#catalog/check-shape.js';
import { parseYaml } from '#catalog/read-yaml.js';
import { AppError } from '#domain/app-error.js';
import type { Assessment } from '#domain/assessment.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { openStore } from '#store/store.js';
import { answerItems } from './answer-item.js';
import { demoFile, demoText, fillDemoBooks } from './demo-books.js';
import { holdDemoRounds } from './demo-rounds.js';
import type { Desk } from './desk.js';
import type { ImportSummary } from './import-register.js';
import { readParameters } from './import-parameters.js';
import { initUnit, readInitAnswers } from './init-unit.js';
import type { Progress } from './inspect-machine.js';
import type { Reply } from './reply.js';
import { renderReport } from './render-report.js';
import { runAssessment } from './run-assessment.js';
import { setParameters } from './set-parameter.js';

/** What the demo is judged by: a paper that can be read at one sitting. */
export const demoChecklists: readonly string[] = ['key-places', 'organisation', 'personnel', 'terminal'];

/** Told as the demo goes on, so that nothing happens unseen. */
export interface DemoWatch {
  office(unit: string, imported: readonly ImportSummary[]): void;
  answers(count: number): void;
  readonly inspecting: Progress;
  inspected(assessments: readonly Assessment[]): void;
  printed(pages: number): void;
}

/** What a demo leaves: records in a folder of their own, assessments of this very machine, a paper. */
export interface DemoOutcome {
  readonly folder: string;
  readonly unit: string;
  readonly assessments: readonly Assessment[];
  readonly report: IssuedReport;
}

/** Founds an invented office, inspects this machine for real, judges, stores, prints. */
export async function startDemo(desk: Desk, watch: DemoWatch): Promise<DemoOutcome> {
  const unit = await foundDemo(desk, watch);
  const { assessments } = await runAssessment(desk, { checklistIds: demoChecklists, trigger: 'demo', onProgress: watch.inspecting });
  watch.inspected(assessments);
  const { issued, pages } = await renderReport(desk, { template: 'self-assessment', assessmentNumbers: [] });
  watch.printed(pages);
  return { folder: desk.folder, unit, assessments, report: issued };
}

/** The invented office before this machine was inspected: identity, parameters, books, rounds, answers. */
export async function foundDemo(desk: Desk, watch: Pick<DemoWatch, 'office' | 'answers'>): Promise<string> {
  if (existsSync(desk.folder) && readdirSync(desk.folder).length > 0) throw new AppError('demo-exists', { folder: desk.folder });
  const { unit } = await initUnit(desk, readInitAnswers(demoFile(desk, 'office.json')), true);
  await setParameters(desk, readParameters(parseYaml(demoText(desk, 'parameters.yaml'), 'parameters.yaml')));
  watch.office(unit, await fillDemoBooks(desk));
  const { left, answers } = await holdDemoRounds(desk, demoReplies(desk));
  await answerItems(desk, left);
  watch.answers(answers + left.length);
  return unit;
}

/** Removes the demo and founds it again. */
export async function resetDemo(desk: Desk, watch: DemoWatch): Promise<DemoOutcome> {
  if (existsSync(desk.folder)) await stopDemo(desk);
  return startDemo(desk, watch);
}

/** Removes the demo's folder; records that are not a demo are refused. */
export async function stopDemo(desk: Desk): Promise<string> {
  if (!existsSync(desk.folder)) throw new AppError('demo-absent', { folder: desk.folder });
  if (!(await isDemo(desk.folder))) throw new AppError('demo-not-a-demo', { folder: desk.folder });
  rmSync(desk.folder, { recursive: true });
  return desk.folder;
}

async function isDemo(folder: string): Promise<boolean> {
  const store = await openStore(folder, { readOnly: true });
  try {
    return store.identity.demo;
  } finally {
    await store.close();
  }
}

/** The made-up answers of the demo office. */
export const DemoAnswers = z.strictObject({
  answers: z.array(
    z.strictObject({
      checklist: z.string(),
      item: z.string(),
      value: z.enum(['pass', 'fail', 'notapplicable']),
      fact: z.string().optional(),
      deductions: z.array(z.strictObject({ id: z.string(), points: z.number().exactOptional() })).default([]),
    }),
  ),
});

function demoReplies(desk: Desk): readonly Reply[] {
  const { answers } = checkShape(parseYaml(demoText(desk, 'answers.yaml'), 'answers.yaml'), DemoAnswers);
  return answers.map(({ checklist, item, value, deductions, fact }) => ({
    checklistId: checklist,
    itemId: item,
    value,
    deductions,
    evidence: [],
    ...(fact === undefined ? {} : { fact }),
  }));
}
