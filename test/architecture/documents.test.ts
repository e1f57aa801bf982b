import { describe, expect, it } from 'vitest';
import layers from '../../src/layers.json' with { type: 'json' };
import { lostPaths, lostWords, staleLayers } from './documents.js';
import { repository, treeOf } from './tree.js';

const architecture = repository.get('docs/ARCHITECTURE.md') ?? '';
const glossary = repository.get('docs/GLOSSARY.md') ?? '';

describe('the documents are fresh', () => {
  it('the layer table is the law', () => {
    expect(staleLayers(architecture, layers)).toEqual([]);
  });

  it('each code name of the glossary is in the sources', () => {
    expect(lostWords(glossary, repository)).toEqual([]);
  });

  it('each path they name exists', () => {
    expect(lostPaths(repository)).toEqual([]);
  });
});

describe('a planted violation is reported', () => {
  it('a layer that moved, and one that is not written down', () => {
    const moved = architecture.replace('| 3 | store | keeping |', '| 2 | store | keeping |');
    expect(staleLayers(moved, layers)).toEqual(['missing: 3 store: keeping', 'stale: 2 store: keeping']);
    expect(staleLayers('', layers)).toHaveLength(layers.layers.length);
  });

  it('a word that the code gave up', () => {
    const table =
      '| English | 中文 | code | meaning |\n| --- | --- | --- | --- |\n| round | 自查任务 | `Round` | |\n| campaign | 活动 | `Campaign` | |';
    expect(lostWords(table, treeOf({ 'src/domain/round.ts': 'export type Round = 1;' }))).toEqual(['Campaign']);
  });

  it('a path that leads nowhere, but not a folder or a file that is there', () => {
    const tree = treeOf({
      'docs/a.md':
        'See `src/store/store.ts`, `src/store/`, [store](../src/store/store.ts#l1), [law](https://example.org/) and `src/audit.ts`, [b](b.md).',
      'src/store/store.ts': '',
    });
    expect(lostPaths(tree)).toEqual(['docs/a.md: src/audit.ts', 'docs/a.md: docs/b.md']);
  });
});
