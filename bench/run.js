#!/usr/bin/env node
// npm run bench: every measurement of this folder, one after the other, each against its baseline in the same run.
// `npm run bench -- start-up` runs one. Figures are for reading; only a measurement that could not be made is an error.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';

const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.js') && file !== 'run.js')
  .map((file) => basename(file, '.js'))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

console.log(`node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`);

const outcomes = names.map((name) => {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.js`)], { stdio: 'inherit' });
  return { measurement: name, seconds: ((Date.now() - started) / 1000).toFixed(1), outcome: status === 0 ? 'measured' : 'FAILED' };
});

console.log('');
console.table(outcomes);
process.exitCode = names.length > 0 && outcomes.every(({ outcome }) => outcome === 'measured') ? 0 : 1;
