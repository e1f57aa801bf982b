import { basename, join } from 'node:path';
import { z } from 'zod';
import { checkShape } from '#catalog/check-shape.js';
import { parseYaml, readText } from '#catalog/read-yaml.js';
import { Slug } from '#domain/primitives.js';
import { resolveDayOffsets } from '#registers/demo-dates.js';
import { allowRegisters } from './allow-register.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { confirmBooks } from './edit-rows.js';
import { importSheets, type ImportSummary } from './import-register.js';

/** Which books the invented office keeps, and on whose decision those that could hold secrets. */
export const DemoBooks = z.strictObject({
  /** Allowed in their numbers-only form, as on any machine that is not classified. */
  decision: z.strictObject({ by: z.string(), date: z.string(), document: z.string(), books: z.array(Slug) }),
  /** A CSV file each. */
  filled: z.array(Slug).min(1),
  /** Nothing to enter: 零报告. */
  nil: z.array(Slug),
  /** Filled, but nobody said yet that they are complete. */
  unconfirmed: z.array(Slug),
});

/** Fills the books of the invented office: the decision, all rows, the officer's word; one transaction each. */
export async function fillDemoBooks(desk: Desk): Promise<readonly ImportSummary[]> {
  const { decision, filled, nil, unconfirmed } = checkShape(parseYaml(demoText(desk, 'books.yaml'), 'books.yaml'), DemoBooks);
  await allowRegisters(desk, decision.books, decision);
  const sheets = filled.map((register) => ({ register, text: demoText(desk, `${register}.csv`), file: `${register}.csv` }));
  const imported = await importSheets(desk, sheets);
  const complete = filled.filter((register) => !unconfirmed.includes(register)).map((register) => ({ register, nil: false }));
  await confirmBooks(desk, [...complete, ...nil.map((register) => ({ register, nil: true }))]);
  return imported;
}

const limitBytes = 256 * 1024;

/** A text of the demo office; its days are written as distances from today, so that the demo never goes stale. */
export function demoText(desk: Desk, name: string): string {
  return resolveDayOffsets(readText(demoFile(desk, name), limitBytes), dayOf(desk.door.now()));
}

export function demoFile(desk: Desk, name: string): string {
  return join(desk.program.root, 'templates', 'demo', basename(name));
}
