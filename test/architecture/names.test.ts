import { expect, it } from 'vitest';
import { namesSaySomething } from './names.js';
import { repository, treeOf } from './tree.js';

it('every file and every exported name says what it holds', () => {
  expect(namesSaySomething(repository)).toEqual([]);
});

it.each(['src/store/store-utils.ts', 'src/store/helper.ts', 'src/store/data.ts', 'src/facts/host-info.ts'])(
  'a file called %s is reported',
  (path) => {
    expect(namesSaySomething(treeOf({ [path]: '' }))).toHaveLength(1);
  },
);

it.each([
  'const fontManager = 1',
  'function reportHelper() {}',
  'interface HostInfo {}',
  'type Data = 1',
  'const data = 1',
  'class RowService {}',
  'const misc = 1',
])('an exported %s is reported', (declaration) => {
  expect(namesSaySomething(treeOf({ 'src/store/keep.ts': `export ${declaration}` }))).toHaveLength(1);
});

it.each(['const dataFolder = 1', 'function informant() {}', 'const community = 1'])('an exported %s is not', (declaration) => {
  expect(namesSaySomething(treeOf({ 'src/store/keep.ts': `export ${declaration}` }))).toEqual([]);
});
