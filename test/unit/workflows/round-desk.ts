import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#domain/answer.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore } from '#store/store.js';
import { answerItem } from '#workflows/answer-item.js';
import type { Desk } from '#workflows/desk.js';
import { openRound, type RoundRequest } from '#workflows/open-round.js';
import type { Reply } from '#workflows/reply.js';
import { officeDesk } from './office-desk.js';

const fixtures = join(import.meta.dirname, '../../fixtures/checklists/rounds');
const everybody = { departments: [], persons: [], devices: [], merges: false };

/** The office with two checklists of its own: one for its people, one for the unit. */
export async function roundDesk(): Promise<Desk> {
  const desk = await officeDesk();
  mkdirSync(join(desk.folder, 'checklists'), { recursive: true });
  for (const name of ['own-staff.yaml', 'own-unit.yaml']) copyFileSync(join(fixtures, name), join(desk.folder, 'checklists', name));
  return desk;
}

/** The same desk on another day. */
export function onDay(desk: Desk, day: string): Desk {
  return { ...desk, door: { ...desk.door, now: () => `${day}T02:00:00.000Z` } };
}

export async function opened(desk: Desk, request: Partial<RoundRequest>): Promise<Round> {
  const { round } = await openRound(desk, { ...everybody, ...request });
  return round;
}

/** A reply in a round; `pass` unless told. */
export function said(desk: Desk, round: string, itemId: string, more: Partial<Reply> = {}): Promise<Answer> {
  return answerItem(desk, { itemId, value: 'pass', deductions: [], evidence: [], round, ...more });
}

export async function onFile(desk: Desk): Promise<WorkingSet> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return store.read();
  } finally {
    await store.close();
  }
}
