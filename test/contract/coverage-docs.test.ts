import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { virtualSchemas } from '#registers/virtual-books.js';
import { virtualBookTitles } from '#messages/spellings.js';
import { catalog, compiledItems, root } from './shipped.js';

interface Element {
  readonly title: string;
  /** Ids of items, or beginnings of them. */
  readonly items: readonly string[];
  readonly books: readonly string[];
  readonly papers: readonly string[];
  readonly commands: readonly string[];
}

const forms = (...books: readonly string[]): readonly string[] => books.map((book) => `report form ${book}`);

/** What an office must be able to show, element by element. */
const elements: readonly Element[] = [
  { title: '涉密人员管理', items: ['PER-'], books: ['posts', 'personnel', 'vetting', 'major-matters', 'passports', 'exits', 'departures', 'departure-visits', 'appraisals', 'undertakings'], papers: forms('personnel', 'vetting', 'departures', 'exits'), commands: ['personnel onboard', 'personnel offboard', 'personnel review-due'] },
  { title: '定密数据统计', items: ['CLS-'], books: ['secret-items', 'classification-officers', 'classification-decisions', 'work-secrets', 'declassification-reviews'], papers: ['stats classification', ...forms('classification-decisions', 'secret-items')], commands: ['stats classification'] },
  { title: '密码工作自查自评', items: ['CRY-'], books: ['crypto-devices', 'crypto-staff', 'crypto-counts', 'crypto-handovers'], papers: ['report cryptography', ...forms('crypto-counts')], commands: ['assess run'] },
  { title: '重点涉密人员', items: ['PER-18', 'PER-87', 'PER-103'], books: ['personnel'], papers: forms('personnel'), commands: ['register due', 'register check'] },
  { title: '机要室', items: ['PLC-'], books: ['places', 'key-departments', 'entry-log', 'protection-equipment'], papers: forms('places', 'entry-log'), commands: ['register check'] },
  { title: '公务网涉密机房', items: ['NET-'], books: ['networks', 'classified-computers', 'entry-log'], papers: forms('networks'), commands: ['assess run'] },
  { title: '涉密公文', items: ['CAR-'], books: ['incoming', 'outgoing', 'circulation', 'loans', 'copies', 'carry-outs', 'returns', 'destructions', 'carriers', 'holdings'], papers: forms('incoming', 'outgoing', 'circulation', 'loans', 'destructions', 'carriers'), commands: ['carrier receive', 'carrier lend', 'carrier return', 'carrier copy', 'carrier carry-out', 'carrier clear', 'carrier destroy'] },
  { title: '保密废纸', items: ['WST-'], books: ['waste-paper', 'waste-checks', 'waste-check-places'], papers: forms('waste-paper', 'waste-checks'), commands: ['waste collect', 'waste spot-check'] },
  { title: '计算机网络安全', items: ['TERM-', 'DEV-'], books: ['computers', 'classified-computers', 'media', 'office-devices', 'device-disposals', 'computer-checks'], papers: ['report self-assessment', ...forms('computers', 'media', 'computer-checks')], commands: ['assess run', 'register check', 'schedule add'] },
  { title: '落实责任与督促检查', items: ['ORG-', 'UNIT-01', 'UNIT-02'], books: ['leading-group', 'group-meetings', 'rules', 'undertakings', 'departments'], papers: forms('leading-group', 'group-meetings', 'rules', 'undertakings'), commands: ['finding rectify', 'finding verify'] },
  { title: '4·15系列活动', items: ['EDU-03', 'EDU-04'], books: ['trainings', 'attendance'], papers: forms('trainings'), commands: ['register add'] },
  { title: '涉密人员轮训', items: ['EDU-05'], books: ['trainings', 'attendance', 'training-hours'], papers: forms('training-hours'), commands: ['register due'] },
  { title: '线上培训', items: ['EDU-06'], books: ['online-training'], papers: forms('online-training'), commands: ['register import', 'register check'] },
  { title: 'OA专栏更新', items: ['EDU-08', 'EDU-09'], books: ['column-updates'], papers: forms('column-updates'), commands: ['register add'] },
  { title: '年度保密、机要督查考评', items: ['SUP-'], books: ['supervisions', 'findings', 'assessments'], papers: ['report readiness', 'report opinions-reply', 'report rectification', 'report rectification-ledger', 'stats annual'], commands: ['supervision add', 'supervision respond', 'inspection plan', 'finding list', 'leak open', 'stats annual'] },
  { title: '对工作建议的整改', items: ['SUP-06'], books: ['supervisions', 'findings'], papers: ['report opinions-reply', 'report recheck'], commands: ['supervision opinion', 'supervision respond', 'finding verify'] },
];

const itemsOf = (element: Element): readonly string[] => compiledItems.map(({ item }) => item.id).filter((id) => element.items.some((each) => (each.endsWith('-') ? id.startsWith(each) : id === each)));
const titleOf = (book: string): string => catalog.templates.find((template) => template.id === book)?.title.zh ?? virtualBookTitles[book as keyof typeof virtualBookTitles];
const isCommand = (words: string): boolean => existsSync(join(root, 'src/commands', `${words.replace(' ', '/')}.ts`));

describe.each(elements.map((element) => [element.title, element] as const))('%s', (_title, element) => {
  it('has items, books, a paper and commands that are there', () => {
    expect(element.items.filter((each) => !compiledItems.some(({ item }) => (each.endsWith('-') ? item.id.startsWith(each) : item.id === each)))).toEqual([]);
    expect(element.books.filter((book) => !catalog.templates.some((template) => template.id === book) && !(book in virtualSchemas))).toEqual([]);
    expect([...element.papers.map((paper) => paper.split(' ').slice(0, 2).join(' ')), ...element.commands].filter((words) => !isCommand(words))).toEqual([]);
    expect(element.papers.filter((paper) => paper.startsWith('report form ')).filter((paper) => !element.books.includes(paper.slice('report form '.length)))).toEqual([]);
  });
});

const intro = [
  '# 覆盖情况', '',
  '本页由检查表、台账模板和命令生成（`npx vitest run test/contract/coverage-docs.test.ts -u`），不手工修改：每一方面有哪些检查项、台账、文书和命令。', '',
  '| 方面 | 检查项 | 台账 | 文书 | 命令 |', '| --- | --- | --- | --- | --- |',
];

describe('docs/coverage.md', () => {
  it('is there, and says what is there today', async () => {
    const lines = elements.map((element) => {
      const items = itemsOf(element);
      const named = items.length > 8 ? `${items.slice(0, 3).join('、')} 等 ${items.length} 项` : items.join('、');
      return `| ${element.title} | ${named} | ${element.books.map((book) => `${titleOf(book)} \`${book}\``).join('、')} | ${element.papers.map((paper) => `\`${paper}\``).join('、')} | ${element.commands.map((words) => `\`${words}\``).join('、')} |`;
    });
    const groups = [...new Set(compiledItems.map(({ item }) => item.id.split('-')[0]))];
    const counts = groups.map((group) => `${group ?? ''} ${compiledItems.filter(({ item }) => item.id.startsWith(`${group ?? ''}-`)).length}`);
    await expect([...intro, ...lines, '', `共 ${compiledItems.length} 项：${counts.join('，')}。`, ''].join('\n')).toMatchFileSnapshot(join(root, 'docs/coverage.md'));
  });
});
