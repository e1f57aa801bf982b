import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peerRows, type PeerRow } from './peer-rows.js';
import { compiledItems, root } from './shipped.js';

const all: readonly PeerRow[] = Object.values(peerRows).flat();
const idsIn = (text: string): readonly string[] => text.split(' ').filter((id) => id !== '');
const answered = (rows: readonly PeerRow[], ...columns: readonly (1 | 2 | 3)[]): number => rows.filter((row) => columns.some((column) => row[column] !== '')).length;

const tests = '/usr/share/lynis/db/tests.db';
const note = existsSync(tests) ? '' : ' (skipped: needs lynis)';

const counts = (rows: readonly PeerRow[]): string => [rows.length, answered(rows, 1), answered(rows, 2), answered(rows, 1, 2), answered(rows, 3)].map(String).join(' | ');

const intro = [
  '# 与 Lynis、SCAP Security Guide 逐项对照', '',
  '本页由 `test/contract/peer-rows.ts` 生成（`npx vitest run test/contract/peers-docs.test.ts -u`），不手工修改。',
  '对象：Lynis 3.0.8（Debian 12 软件包）的检查编号；SCAP Security Guide 0.1.76 的 Debian 12 规则；本工具的自动检查项。逐一核对过编号存在，没有核对它们判定得对不对。', '',
  '**怎样算一行**：关于一台办公终端的一个问题，答“否”时，终端上的内容可能不经察觉地被带走、被看到，或者事后查不清。同一问题对方有多条规则的（如审计规则按系统调用分写）算一行；只收集、不判定的也算有。',
  '不列：网站、数据库、邮件、域名等服务器程序自身的设置，内核编译选项逐项，横幅、负载、容量等与保密无关的检查。行怎样划分是本工具定的，别的划分会得出别的数；每一行都写明编号，可以重算。', '',
];

describe('docs/peers.md', () => {
  it('is there, and tells row by row who checks what', async () => {
    const table = (rows: readonly PeerRow[]): readonly string[] => ['| 问题 | Lynis | SCAP Security Guide | 本工具 |', '| --- | --- | --- | --- |', ...rows.map(([question, ...columns]) => `| ${question} | ${columns.map((ids) => idsIn(ids).join('、') || '—').join(' | ')} |`)];
    const summary = ['| 方面 | 行 | Lynis | SSG | 两者合计 | 本工具 |', '| --- | --- | --- | --- | --- | --- |', ...Object.entries(peerRows).map(([area, rows]) => `| ${area} | ${counts(rows)} |`), `| **合计** | ${counts(all)} |`];
    const only = (own: boolean): string => String(all.filter((row) => (row[3] !== '') === own && answered([row], 1, 2) === (own ? 0 : 1)).length);
    const text = [...intro, ...summary, '', `只有本工具检查的 ${only(true)} 行，只有对方检查的 ${only(false)} 行。`, ...Object.entries(peerRows).flatMap(([area, rows]) => ['', `## ${area}`, '', ...table(rows)]), ''];
    await expect(text.join('\n')).toMatchFileSnapshot(join(root, 'docs/peers.md'));
  });

  it('has each automated item in one row', () => {
    const automated = compiledItems.filter(({ item }) => item.method === 'automated').map(({ item }) => item.id);
    expect(all.flatMap((row) => idsIn(row[3])).toSorted()).toEqual(automated.toSorted());
  });

  it('asks no question twice', () => {
    const questions = Object.entries(peerRows).flatMap(([area, rows]) => rows.map(([question]) => `${area} ${question}`));
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('answers more questions than both peers together', () => {
    expect(answered(all, 3)).toBeGreaterThan(answered(all, 1, 2));
  });

  it.skipIf(note !== '')(`names tests that Lynis has${note}`, () => {
    const known = new Set(readFileSync(tests, 'utf8').split('\n').map((line) => line.split(':')[0]));
    expect(all.flatMap((row) => idsIn(row[1])).filter((id) => !known.has(id))).toEqual([]);
  });
});
