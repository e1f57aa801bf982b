import { describe, expect, it } from 'vitest';
import {
  filesAreShort,
  importsShowTheBorder,
  listsAreComplete,
  noBarrels,
  noChineseOutsideMessages,
  nothingRunsText,
  type Law,
} from './source-laws.js';
import { repository, treeOf } from './tree.js';

const laws: Readonly<Record<string, Law>> = {
  'Chinese only in the catalogues': noChineseOutsideMessages,
  'nothing runs text, a shell or a connection': nothingRunsText,
  'no barrels but the two lists': noBarrels,
  'imports show the border between layers': importsShowTheBorder,
  'no file over 250 lines': filesAreShort,
  'every probe and report section is in its list': listsAreComplete,
};

describe('the sources obey', () => {
  it.each(Object.entries(laws))('%s', (_name, law) => {
    expect(law(repository)).toEqual([]);
  });
});

describe('a planted violation is reported', () => {
  it.each([
    `export const title = '保密自查';`,
    'export const title = (name: string) => `${name}：合格`;',
    'export const wanted = /是|否/;',
    `export const words = { '机要室': 1 };`,
  ])('Chinese in a literal: %s', (text) => {
    expect(noChineseOutsideMessages(treeOf({ 'src/reports/title.ts': text }))).toHaveLength(1);
  });

  it('not for Chinese in a comment, nor in the catalogues', () => {
    const tree = treeOf({
      'src/reports/title.ts': '// 涉密人员\nexport const title = 1;',
      'src/messages/zh-cn/title.ts': `export const title = '保密';`,
    });
    expect(noChineseOutsideMessages(tree)).toEqual([]);
  });

  it.each([
    'eval(text);',
    'globalThis.eval(text);',
    'new Function(text);',
    `import { exec } from 'node:child_process';`,
    `import { execSync as run } from 'child_process';`,
    `import * as children from 'node:child_process';`,
    `import children from 'node:child_process';`,
    `spawn('ls', [], { shell: true });`,
    `spawn('ls', [], { shell: '/bin/sh' });`,
    `await fetch('http://192.0.2.1');`,
    `new WebSocket('ws://192.0.2.1');`,
  ])('running text, a shell or a connection: %s', (text) => {
    expect(nothingRunsText(treeOf({ 'src/facts/local-host.ts': text }))).toHaveLength(1);
    expect(nothingRunsText(treeOf({ 'bin/run.js': text }))).toHaveLength(1);
  });

  it('not for a child that is started by its path', () => {
    const text = `import { execFile } from 'node:child_process'; execFile('/usr/bin/lsblk', [], { shell: false });`;
    expect(nothingRunsText(treeOf({ 'src/facts/local-host.ts': text }))).toEqual([]);
  });

  it.each([`export * from './keep.js';`, `export { keep } from './keep.js';`, `export type { Keep } from './keep.js';`])(
    'a barrel: %s',
    (text) => {
      expect(noBarrels(treeOf({ 'src/store/all.ts': text }))).toHaveLength(1);
    },
  );

  it('an index that nobody asked for', () => {
    const tree = treeOf({ 'src/store/index.ts': 'export const all = [];', 'src/facts/probes/index.ts': 'export const probes = [];' });
    expect(noBarrels(tree)).toEqual(['src/store/index.ts:1: an index that is not one of the two lists']);
  });

  it.each([
    ['a relative path that leaves its layer', `import { say } from '../messages/say.js';`],
    ['a layer that calls itself by its public name', `import { read } from '#catalog/read-yaml.js';`],
    ['the same, only when needed', `export const say = () => import('../messages/say.js');`],
  ])('%s', (_name, text) => {
    expect(importsShowTheBorder(treeOf({ 'src/catalog/open.ts': text }))).toHaveLength(1);
  });

  it('not for a folder inside a layer that looks up to its parent', () => {
    expect(
      importsShowTheBorder(
        treeOf({ 'src/facts/probes/locale.ts': `import { probe } from '../probe.js'; import { say } from '#messages/say.js';` }),
      ),
    ).toEqual([]);
  });

  it('the 251st line, but not the 250th', () => {
    const tree = treeOf({ 'src/store/long.ts': '// line\n'.repeat(251), 'src/store/full.ts': '// line\n'.repeat(250) });
    expect(filesAreShort(tree)).toEqual(['src/store/long.ts:251: more than 250 lines']);
  });

  it('a probe that the list forgot', () => {
    const tree = treeOf({
      'src/facts/probes/index.ts': `import { firewall } from './firewall.js'; export const probes = [firewall];`,
      'src/facts/probes/firewall.ts': 'export const firewall = 1;',
      'src/facts/probes/wireless.ts': 'export const wireless = 1;',
    });
    expect(listsAreComplete(tree)).toEqual(['src/facts/probes/wireless.ts:1: is not in src/facts/probes/index.ts']);
  });

  it('sections without any list', () => {
    expect(listsAreComplete(treeOf({ 'src/reports/sections/coverage.ts': 'export const coverage = 1;' }))).toHaveLength(1);
  });
});
