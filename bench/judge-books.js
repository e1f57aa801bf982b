#!/usr/bin/env node
// What judging complete books costs: every checklist over 20,000 rows, reading the records and keeping the result included; the machine's own checks left out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

const rounds = 5;
const rows = 20_000;
const goals = { seconds: 3, megabytes: 250, items: 200 };
const root = dirname(import.meta.dirname);
const bin = join(root, 'bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
const office = join(folder, 'office');

// Says at the end what the program used, children not included: it has none.
const usage = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write('usage ' + JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }) + '\\n'); });",
)}`;

try {
  const { checklists, items, rows: written } = await founded();
  const args = ['assess', 'run', ...checklists.flatMap((id) => ['--checklist', id]), '--data', office, '--quiet', '--output', join(folder, 'out.txt')];
  const own = [];
  for (let round = -1; round < rounds; round += 1) {
    const figures = measured(args);
    if (round >= 0) own.push(figures);
  }
  report(middle(own), items, written);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// The offices in good order of the tests, copied until there are enough rows: complete books with few faults, as an office hopes to have them.
async function founded() {
  const [{ initUnit }, { openStore }, { loadCatalog }, { loadChecklist }, { listChecklistFiles }] = await Promise.all(
    ['workflows/init-unit.js', 'store/store.js', 'workflows/load-catalog.js', 'workflows/load-checklist.js', 'workflows/list-checklists.js'].map((path) => import(join(root, 'dist', path))),
  );
  const now = new Date().toISOString();
  const desk = { program: { root, version: 'bench' }, folder: office, door: { now: () => now, newId: () => randomUUID() }, say: (key) => key };
  await initUnit(desk, { unit: '测速单位', mode: 'classified', network: 'internal', scope: 'unit', has: {} });
  const catalog = loadCatalog(desk.program);
  const judged = listChecklistFiles(desk.program, office).map(({ file }) => loadChecklist(file, catalog.environment)).filter(({ items }) => items.some((item) => item.register !== undefined));
  const by = { person: 'bench', role: 'officer', proof: 'claimed' };
  const { parameters, books } = await copiedBooks(catalog, judged);
  const written = Object.entries(books);
  const store = await openStore(office);
  for (const [register, list] of written) {
    const changes = list.map((cells) => {
      const rowId = randomUUID();
      return { collection: 'rows', id: rowId, value: { rowId, register, templateVersion: 1, revision: 1, cells, at: now, by, late: false, retired: false } };
    });
    await store.transact({ actor: by, at: now }, () => ({ kind: 'register.imported', changes, result: undefined }));
  }
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const counts = new Map(written.map(([register, list]) => [register, list.length]));
  const said = catalog.templates.map(({ id }) => ({ collection: 'confirmations', id, value: { register: id, asOf: today, by, at: now, nil: !counts.has(id), rows: counts.get(id) ?? 0 } }));
  const rules = Object.entries(parameters).map(([id, value]) => ({ collection: 'parameters', id, value: { id, value, source: 'bench', approvedBy: 'bench', since: today, setAt: now } }));
  await store.transact({ actor: by, at: now }, () => ({ kind: 'register.confirmed', changes: [...said, ...rules], result: undefined }));
  await store.close();
  return { checklists: judged.map(({ checklist }) => checklist.id), items: judged.reduce((sum, { items }) => sum + items.length, 0), rows: written.reduce((sum, [, list]) => sum + list.length, 0) };
}

// One office made of all, without the rows that an item of another checklist would not let pass; then copied.
async function copiedBooks(catalog, judged) {
  const { tsImport } = await import('tsx/esm/api');
  const folder = join(root, 'test/contract/offices');
  const offices = await Promise.all(readdirSync(folder).map(async (name) => (await tsImport(`./${name}`, `${folder}/`)).offices.good));
  const parameters = Object.assign({}, ...offices.map((each) => each.parameters));
  const keys = new Map(catalog.templates.map((template) => [template.id, template.key]));
  let office = merged(offices.map((each, index) => marked(each.books, keys, `-${index}`)));
  for (let round = 0; round < 5; round += 1) office = await withoutFaults(office, parameters, catalog, judged);
  const size = sizeOf(office);
  const copies = Array.from({ length: Math.ceil(rows / size) }, (_, copy) => marked(office, keys, `-${copy}`));
  return { parameters, books: merged(copies) };
}

function sizeOf(books) {
  return Object.values(books).reduce((sum, list) => sum + list.length, 0);
}

function merged(all) {
  const together = {};
  for (const books of all) for (const [register, list] of Object.entries(books)) (together[register] ??= []).push(...list);
  return together;
}

// Numbers of rows get the mark of the copy, wherever another row names them.
function marked(books, keys, mark) {
  const numbers = new Set(Object.entries(books).flatMap(([register, list]) => list.map((cells) => cells[keys.get(register)?.[0]])).filter((value) => typeof value === 'string' && !/^\d{4}/.test(value)));
  const renamed = (value) => (numbers.has(value) ? `${value}${mark}` : value);
  return Object.fromEntries(Object.entries(books).map(([register, list]) => [register, list.map((cells) => Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, renamed(value)])))]));
}

async function withoutFaults(books, parameters, catalog, judged) {
  const [{ fitTemplates }, { registerFacts }, { evaluateChecklist }] = await Promise.all(
    ['registers/fit-template.js', 'registers/register-facts.js', 'evaluation/evaluate-checklist.js'].map((path) => import(join(root, 'dist', path))),
  );
  const listed = Object.entries(books).flatMap(([register, list]) => list.map((cells) => ({ rowId: randomUUID(), register, cells, revision: 1, retired: false, at: '2026-01-01T00:00:00.000Z' })));
  const today = new Date().toISOString().slice(0, 10);
  const confirmations = catalog.templates.map(({ id }) => ({ register: id, asOf: today, at: new Date().toISOString(), nil: (books[id] ?? []).length === 0 }));
  const registers = registerFacts({ books: fitTemplates(catalog.templates, { mode: 'classified', overrides: {}, allowances: {} }), rows: listed, confirmations, year: today.slice(0, 4) });
  const has = Object.fromEntries(['hasPersonnel', 'hasPlaces', 'hasClassifiedComputers', 'hasCryptography', 'hasProcurement'].map((trait) => [trait, true]));
  const world = { subject: { kind: 'unit', key: 'unit', label: '' }, facts: {}, registers, parameters, machine: { network: 'internal', mode: 'classified' }, unit: has, answers: [], today };
  const faulty = new Set(judged.flatMap((checklist) => evaluateChecklist(checklist, world).results.flatMap((result) => result.observations.map((each) => each.subject.key))));
  return Object.fromEntries(Object.entries(books).map(([register]) => [register, listed.filter((row) => row.register === register && !faulty.has(row.rowId)).map((row) => row.cells)]));
}

function measured(args) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', usage, bin, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const line = stderr.split('\n').find((text) => text.startsWith('usage '));
  if (![0, 10, 11].includes(status) || line === undefined) throw new Error(`ended with ${status}: ${stderr.slice(-400)}`);
  return JSON.parse(line.slice('usage '.length));
}

function middle(list) {
  const of = (key) => list.map((each) => each[key]).toSorted((left, right) => left - right)[Math.floor(list.length / 2)];
  return { seconds: of('seconds'), megabytes: of('megabytes') };
}

function report({ seconds, megabytes }, items, written) {
  console.table([{ case: `${items} items over ${written.toLocaleString('en')} rows`, runs: rounds, 'CPU s': seconds.toFixed(2), 'peak MB': Math.round(megabytes), goal: `≤ ${goals.seconds} s, ≤ ${goals.megabytes} MB, > ${goals.items} items` }]);
}
