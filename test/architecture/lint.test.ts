import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { laws } from '../../eslint.config.js';

/** The rules that a text in a file of that name would break. */
function brokenBy(text: string, path: string): readonly (string | null)[] {
  return new Linter().verify(text, laws, { filename: path }).map(({ ruleId }) => ruleId);
}

const below = 'src/findings/due.ts';

describe('lint reports a planted violation', () => {
  it.each([
    'export const at = new Date();',
    'export const at = Date();',
    'export const at = Date.now();',
    'export const lot = Math.random();',
    `import { randomUUID } from 'node:crypto';`,
    'export const id = crypto.randomUUID();',
    'export const home = process.env.HOME;',
    `export const home = process['env'].HOME;`,
    `import { env } from 'node:process';`,
    `console.log('score');`,
    'export default 1;',
    'enum Level { A }',
    'namespace Level {}',
    'await db.write();',
    'await this.low.write();',
  ])('below the door: %s', (text) => {
    expect(brokenBy(text, below)).toContain('no-restricted-syntax');
  });

  it.each([
    ['max-lines', '// line\n'.repeat(251)],
    ['max-lines-per-function', `export function long() {\n${'  step();\n'.repeat(41)}}`],
    ['complexity', `export function tangled(a: number) {\n${'  if (a) a++;\n'.repeat(12)}}`],
  ])('%s', (rule, text) => {
    expect(brokenBy(text, below)).toContain(rule);
  });
});

describe('lint lets pass', () => {
  it.each(['export const at = new Date(0);', 'export const at = new Date(request.at);', 'export const id = uuidOf(name);'])(
    '%s',
    (text) => {
      expect(brokenBy(text, below)).toEqual([]);
    },
  );

  it('the clock at the door, where the time of a run is made', () => {
    expect(brokenBy('export const at = new Date();', 'src/commands/assess/run.ts')).toEqual([]);
  });

  it('the write of lowdb inside the store, and nowhere else', () => {
    expect(brokenBy('await db.write();', 'src/store/store.ts')).toEqual([]);
    expect(brokenBy('await db.write();', 'src/cli/keep.ts')).toEqual(['no-restricted-syntax']);
  });

  it('the default export of a command', () => {
    expect(brokenBy('export default class Run {}', 'src/commands/assess/run.ts')).toEqual([]);
  });
});
