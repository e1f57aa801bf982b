#!/usr/bin/env node
// What one commit costs when 10, 1,000 or 10,000 assessments are on file: it should depend on the change and not on the history.
// The same commits are measured with the disk's syncs and without them, for the disk is the larger part. Interleaved, so that a busy moment hits all alike.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentDigest } from '../dist/store/canonical-json.js';
import { createStore } from '../dist/store/create-store.js';
import { openStore } from '../dist/store/store.js';
import { realFs } from '../dist/store/store-fs.js';

const sizes = [10, 1_000, 10_000];
const rounds = 200;
const batch = 50;
const bodyBytes = 60_000;
const goal = 1.5;
const hasty = { ...realFs, sync: () => {}, datasync: () => {} };
const officer = { person: '测速员', role: 'officer', proof: 'claimed' };
const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
let made = 0;

try {
  const offices = [];
  for (const size of sizes) offices.push(await officeWith(size));
  const synced = await measure(offices, realFs);
  const unsynced = await measure(offices, hasty);
  console.table([...rows('with syncs', synced), ...rows('without syncs', unsynced)]);
  console.table([verdict('with syncs', synced), verdict('without syncs', unsynced)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** An office with so many assessments on file, each entered as the product enters it; only the syncs are left out, to have it today. */
async function officeWith(size) {
  const path = join(folder, String(size));
  const store = await createStore(path, { io: hasty, identity: identity(), actor: officer, now: moment(0) });
  for (let done = 0; done < size; done += batch) {
    const some = Array.from({ length: Math.min(batch, size - done) }, assessment);
    await store.transact(request(), () => transaction(some));
  }
  await store.close();
  return { size, path };
}

/** Office → milliseconds of each commit, and of one opening. */
async function measure(offices, io) {
  const measured = [];
  for (const { size, path } of offices) {
    const started = performance.now();
    const store = await openStore(path, { io });
    measured.push({ size, store, opening: performance.now() - started, times: [] });
  }
  for (let round = -5; round < rounds; round += 1) {
    for (const { store, times } of measured) {
      const one = assessment();
      const started = performance.now();
      await store.transact(request(), () => transaction([one]));
      if (round >= 0) times.push(performance.now() - started);
    }
  }
  return measured;
}

function transaction(some) {
  const entries = some.map(({ entry }) => ({ collection: 'assessments', id: entry.id, value: entry }));
  const counter = { collection: 'counters', id: 'A-2026', value: { last: made } };
  return { kind: 'assessment.recorded', changes: [...entries, counter], documents: some.map(({ body }) => body), result: undefined };
}

/** A body of the size that the checklist of a unit leaves, and the entry that names it. */
function assessment() {
  made += 1;
  const id = uuid(made);
  const results = Array.from({ length: bodyBytes / 150 }, (_, item) => ({
    itemId: `PER-${item}`,
    value: item % 7 === 0 ? 'fail' : 'pass',
    observations: [{ subject: { kind: 'person', key: `P${item}`, label: '职**' }, statement: '在岗涉密人员未签订保密承诺书' }],
  }));
  const body = { id, number: `A-2026-${made}`, results };
  const entry = {
    ...{ id, number: `A-2026-${made}`, at: moment(made), checklistId: 'unit', checklistTitle: '机关单位自查', level: 'unit' },
    ...{
      subjectKey: 'unit',
      trigger: 'schedule',
      counts: { pass: 340, fail: 60 },
      range: { low: 81.5, high: 90 },
      document: documentDigest(body),
    },
  };
  return { body, entry };
}

function identity() {
  const office = { unit: '测速单位', mode: 'non-classified', network: 'internal', scope: 'unit', has: {}, demo: false };
  return { storeId: uuid(1), deviceId: uuid(2), ...office, format: 1, toolVersion: '0.1.0', createdAt: moment(0) };
}

function rows(how, measured) {
  return measured.map(({ size, times, opening }) => ({
    commit: how,
    'on file': size,
    'p50 ms': at(times, 0.5).toFixed(2),
    'p99 ms': at(times, 0.99).toFixed(2),
    'opening ms': opening.toFixed(0),
  }));
}

function verdict(how, measured) {
  const [least, most] = [measured[0], measured.at(-1)].map(({ times }) => at(times, 0.5));
  return { commit: how, [`p50 at ${sizes.at(-1)} / p50 at ${sizes[0]}`]: (most / least).toFixed(2), goal: `≤ ${goal}` };
}

function at(times, share) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];
}

function request() {
  return { actor: officer, at: moment(made) };
}

function moment(minutes) {
  return new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
}

function uuid(number) {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
