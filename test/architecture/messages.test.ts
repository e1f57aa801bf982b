import { describe, expect, it } from 'vitest';
import { doubledKeys, unsaidKeys } from './messages.js';
import { repository, treeOf } from './tree.js';

describe('the catalogue holds', () => {
  it('no sentence that nobody says', () => {
    expect(unsaidKeys(repository)).toEqual([]);
  });

  it('no key twice: the later file would silently win', () => {
    expect(doubledKeys(repository)).toEqual([]);
    const words = "export const words = {\n  'same.key': 'x',\n} as const;\n";
    expect(doubledKeys(treeOf({ 'src/messages/zh-cn/a.ts': words, 'src/messages/zh-cn/b.ts': words }))).toEqual(['same.key']);
  });

  it('finds one that was left behind, but not one that is composed', () => {
    const words = "export const words = {\n  'old.sentence': 'x',\n  'state.open': 'y',\n} as const;\n";
    const tree = treeOf({ 'src/messages/zh-cn/a.ts': words, 'src/cli/b.ts': 'say(`state.${state}`)' });
    expect(unsaidKeys(tree)).toEqual(['old.sentence']);
  });
});
