import { expect, it } from 'vitest';
import { foreignWords } from './foreign.js';
import { repository, treeOf } from './tree.js';

it('no file names a folder of the machine it was written on, or work that is left', () => {
  expect(foreignWords(repository)).toEqual([]);
});

it.each([
  ['see ', '/work', '/notes.md'],
  ["open('", '/Users', "/zhang/a.pdf')"],
  ['// TO', 'DO: later'],
  ['// FIX', 'ME'],
])('a planted line is reported: %s%s', (...parts) => {
  expect(foreignWords(treeOf({ 'src/store/keep.ts': `// first\n${parts.join('')}` }))).toHaveLength(1);
});

it('an ordinary word or path is not', () => {
  expect(foreignWords(treeOf({ 'docs/a.md': `a day of work/life, \`src/work/plan.ts\`, https://example.org${'/work'}/` }))).toEqual([]);
});
