#!/usr/bin/env node
import { readFileSync } from 'node:fs';

const argv = process.argv.slice(2);

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

// The version needs no framework: starting it would cost twice the time of Node itself.
if (argv[0] === '--version') {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`zicha/${version} ${process.platform}-${process.arch} node-${process.version}\n`);
} else {
  const { start } = await import('../dist/cli/start.js');
  await start(argv, import.meta.url);
}
