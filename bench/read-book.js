#!/usr/bin/env node
// What reading a workbook of 10,000 rows and 25 columns into a book costs, against the bare spreadsheet library on the same file in the same run.
// Each reading in a program of its own, interleaved: seconds of a processor, and the most memory it held.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = 5;
const rows = 10_000;
const goals = { ratio: 2, megabytes: 300 };
const [mode, path] = process.argv.slice(2);

if (mode === undefined) await compare();
else await readOnce();

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
  try {
    const file = join(folder, 'devices.xlsx');
    await writeFixture(file);
    const bare = [];
    const own = [];
    for (let round = -1; round < rounds; round += 1) {
      const pair = [measured('bare', file), measured('book', file)];
      if (round >= 0) [bare, own].forEach((list, index) => list.push(pair[index]));
    }
    report(middle(bare), middle(own));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Written by the library alone, so that both read a plain sheet: half text, a third days, numbers and choices.
async function writeFixture(file) {
  const { writeXlsx } = await import('hucre/xlsx');
  const header = template().columns.map((column) => column.title.zh);
  const lines = Array.from({ length: rows }, (_, row) => template().columns.map((column, at) => valueOf(column, row, at)));
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '设备', rows: [header, ...lines] }] }));
}

function valueOf({ type }, row, at) {
  if (type === 'date') return new Date(Date.UTC(2020 + (row % 6), at % 12, 1 + (row % 28)));
  if (type === 'int') return (row * 7 + at) % 1000;
  if (type === 'bool') return row % 3 === 0 ? '否' : '是';
  return type === 'enum' ? ['在用', '停用', '维修'][row % 3] : `${at}-${String(row).padStart(5, '0')}-${(row * 7919) % 10_007}`;
}

function template() {
  const kinds = ['string', 'string', 'date', 'enum', 'string', 'int', 'date', 'bool', 'serial', 'text'];
  const columns = Array.from({ length: 25 }, (_, at) => {
    const type = kinds[at % kinds.length];
    const column = { key: `c${at}x`, title: { zh: `栏目${at}`, en: `Column ${at}` }, type, required: at === 0, synonyms: [], unique: false, personal: false, maybeSecret: false };
    return type === 'enum' ? { ...column, values: ['在用', '停用', '维修'] } : column;
  });
  return { id: 'devices', version: 1, title: { zh: '设备', en: 'Devices' }, key: ['c0x'], label: 'c0x', columns, signatures: [], links: {}, due: [], checks: [] };
}

/** One reading in a program of its own. */
function measured(kind, file) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, kind, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${kind}: ${stderr}`);
  return JSON.parse(stdout);
}

async function readOnce() {
  const bytes = readFileSync(path);
  // Loading the modules is no reading.
  const library = await import('hucre/xlsx');
  const { openBook, readBook } = await import('../dist/registers/read-book.js');
  const before = process.cpuUsage();
  const found = mode === 'bare' ? (await library.readXlsx(bytes)).sheets[0].rows.length - 1 : readBook(await openBook(bytes, path), template()).rows.length;
  const { user, system } = process.cpuUsage(before);
  // A reading that found nothing would look quick.
  if (found !== rows) throw new Error(`${found} rows`);
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

function middle(all) {
  const of = (key) => all.map((each) => each[key]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
  return { seconds: of('seconds'), megabytes: of('megabytes') };
}

function report(bare, own) {
  const line = (name, { seconds, megabytes }, goal) => ({ case: name, runs: rounds, 'CPU s': seconds.toFixed(2), 'peak MB': Math.round(megabytes), goal });
  console.table([line('hucre alone', bare, ''), line('into a book, 10,000 × 25', own, `≤ ${goals.ratio} × CPU, ≤ ${goals.megabytes} MB`)]);
  console.log(`CPU of the book / CPU of the library alone: ${(own.seconds / bare.seconds).toFixed(2)} (goal ≤ ${goals.ratio})`);
}
