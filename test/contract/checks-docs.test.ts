import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reckonedFacts } from '#domain/reckoned-facts.js';
import { probes } from '#facts/probes/index.js';
import { sayIn } from '#messages/say.js';
import type { MessageKey } from '#messages/zh-cn.js';
import { catalog, compiledItems, root } from './shipped.js';

const say = sayIn('zh-CN');
const automated = compiledItems.filter(({ item }) => item.method === 'automated');
const probeTitle = (id: string): string => say(`probe.${id}` as MessageKey);
const parameterTitle = (id: string): string => catalog.parameters.find((each) => each.id === id)?.title ?? id;

// What is reckoned with the books is made of what a probe reads.
const readFor = (facts: readonly string[]): readonly string[] => facts.flatMap((fact) => [fact, ...reckonedFacts.filter(({ id }) => id === fact).map(({ from }) => from)]);

const intro = [
  '# 自动检查项', '',
  '本页由检查表和采集器生成（`npx vitest run test/contract/checks-docs.test.ts -u`），不手工修改。每一项只读；读取的每个文件、键和命令见下表和 [privacy.md](privacy.md)，判定式见 `zicha explain 检查项`。',
  '阈值一律是本单位制度参数，不填写的为“未检查”。采集不到的为“无法判定”，都不算通过。', '',
  '| 检查项 | 要求 | 级别 | 采集器 | 参数 |', '| --- | --- | --- | --- | --- |',
];

describe('docs/checks.md', () => {
  it('lists every automated item that is shipped, and what is read for it', async () => {
    const rows = automated.map(({ item, reads }) => `| ${item.id} | ${item.objective} | ${say(`severity.${item.severity}`)} | ${reads.facts.map(probeTitle).join('、')} | ${[...new Set(reads.parameters.map(({ parameter }) => parameterTitle(parameter)))].join('、')} |`);
    const used = new Set(automated.flatMap(({ reads }) => readFor(reads.facts)));
    const read = probes.filter(({ id }) => used.has(id)).flatMap(({ id, sources }) => ['', `### ${probeTitle(id)} \`${id}\``, '', ...sources.map((source) => `- \`${source}\``)]);
    await expect([...intro, ...rows, '', `共 ${String(automated.length)} 项，${String(probes.filter(({ id }) => used.has(id)).length)} 个采集器。`, '', '## 每个采集器读取什么', ...read, ''].join('\n')).toMatchFileSnapshot(join(root, 'docs/checks.md'));
  });

  it('has no probe that nothing is judged by', () => {
    const used = new Set(compiledItems.flatMap(({ reads }) => readFor(reads.facts)));
    expect(probes.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
