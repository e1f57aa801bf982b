#!/usr/bin/env node
// After the compiler: what the register templates say, ready to load, beside the compiled sources.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const { compileTemplates, compiledTemplates } = await import('../dist/workflows/load-catalog.js');
writeFileSync(join(root, compiledTemplates), JSON.stringify(compileTemplates(root)));
