import { expect, it } from 'vitest';
import book from '../fixtures/law-articles.json' with { type: 'json' };
import { countCitations, falseCitations } from './cited-laws.js';
import { repository, treeOf } from './tree.js';

const cite = (basis: string) => treeOf({ 'checklists/personnel.yaml': `sections:\n  - items:\n      - basis: [${basis}]\n` });

it('every cited law is in force and has the article', () => {
  expect(falseCitations(repository, book)).toEqual([]);
  expect(countCitations(repository)).toBeGreaterThan(0);
});

it('an existing article is not reported', () => {
  expect(falseCitations(cite('{ kind: law, law: 保守国家秘密法, article: 65 }'), book)).toEqual([]);
});

it.each([
  ['an article behind the last', '{ kind: law, law: 保守国家秘密法, article: 66 }'],
  ['article zero', '{ kind: law, law: 保守国家秘密法, article: 0 }'],
  ['an article in words', '{ kind: law, law: 保守国家秘密法, article: 第三条 }'],
  ['no article', '{ kind: law, law: 保守国家秘密法 }'],
  ['a law that does not exist', '{ kind: law, law: 保密检查法, article: 1 }'],
  ['a short title', '{ kind: law, law: 保密法, article: 1 }'],
])('%s is reported with its line', (_name, basis) => {
  expect(falseCitations(cite(basis), book)).toEqual([expect.stringMatching(/^checklists\/personnel\.yaml:3: /)]);
});
