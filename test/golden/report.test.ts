import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { renderReport } from '#workflows/render-report.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { demoChecklists } from '#workflows/demo-office.js';
import type { Desk } from '#workflows/desk.js';
import { factsOf, recorded } from '../contract/hosts.js';
import { quietDemo } from '../fixtures/desks/quiet-desk.js';

const moment = '2026-11-24T05:00:00.000Z';
let desk: Desk;
let assessments: readonly Assessment[];
let facts: string;

beforeAll(async () => {
  desk = await quietDemo(moment);
  facts = join(dirname(desk.folder), 'facts.json');
  writeFileSync(facts, JSON.stringify(await factsOf(recorded('ubuntu-22.04-negligent'))));
  ({ assessments } = await runAssessment(desk, { checklistIds: demoChecklists, trigger: 'demo', factsFile: facts }));
});

/** Each checklist's score and each item's result, a line an item. */
function summary(): string {
  const sheets = assessments.map(({ checklist, score, results }) => ({
    checklist: checklist.id,
    range: score.range,
    split: score.split,
    counts: score.counts,
    results: Object.fromEntries(results.map(({ itemId, result, subjects: { total, pass, fail, open } }) => [itemId, `${result} ${String(pass)}+${String(fail)}+${String(open)}/${String(total)}`])),
  }));
  return `${JSON.stringify(sheets, null, 1)}\n`;
}

describe('the demo office on a negligent machine', () => {
  it('is judged as reviewed', async () => {
    await expect(summary()).toMatchFileSnapshot(join(import.meta.dirname, 'demo-results.json'));
  });

  it('is told in the paper as reviewed, and the same again on another desk', async () => {
    const printed = await documentOf(desk);
    await expect(printed).toMatchFileSnapshot(join(import.meta.dirname, 'demo-paper.json'));
    const again = await quietDemo(moment);
    await runAssessment(again, { checklistIds: demoChecklists, trigger: 'demo', factsFile: facts });
    expect(await documentOf(again)).toBe(printed);
  });
});

async function documentOf(at: Desk): Promise<string> {
  const { issued } = await renderReport(at, { template: 'self-assessment', assessmentNumbers: [] });
  return `${JSON.stringify(readAttachment(readFileSync(issued.path)).attachment.document, null, 1)}\n`;
}
