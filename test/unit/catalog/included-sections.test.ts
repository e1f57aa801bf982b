import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openChecklist } from '#catalog/open-checklist.js';
import { lineOf, refusalOf, scratchFolder } from './broken-files.js';

const scratch = scratchFolder();
mkdirSync(join(scratch.path, 'sections'));
afterAll(() => scratch.remove());

const item = (id: string): string => `  - id: ${id}
    objective: 桌面启用锁屏
    basis: [{ kind: practice }]
    confidence: own
    severity: high
    method: manual
    validFor: 12 months
    guidance: { how: 看锁屏设置 }
`;
const section = (id: string, ...items: readonly string[]): string => `id: ${id}\ntitle: 锁屏\nsubject: 7\nitems:\n${items.map(item).join('')}`;
const checklist = (id: string, ...sections: readonly string[]): string => `id: ${id}\ntitle: 终端自查\nedition: "2026"\norigin: 本工具自拟\nlevel: terminal\nscoring: none\nsections:\n${sections.map((each) => `  - ${each}\n`).join('')}`;

scratch.file('sections/screen.yaml', section('screen', 'SCR-01', 'SCR-02'));
scratch.file('sections/login.yaml', section('login', 'LOG-01', 'SCR-01'));

describe('a section that several checklists share', () => {
  it('stands in each of them, under the title given there or its own', () => {
    const own = openChecklist(scratch.file('first.yaml', checklist('first', '{ include: screen }'))).checklist;
    const titled = openChecklist(scratch.file('second.yaml', checklist('second', '{ include: screen, title: 二、锁屏 }'))).checklist;
    expect([own, titled].map(({ sections }) => [sections[0]?.title, sections[0]?.items.map(({ id }) => id)])).toEqual([['锁屏', ['SCR-01', 'SCR-02']], ['二、锁屏', ['SCR-01', 'SCR-02']]]);
  });

  it('whose ids another section has is refused at its own line in its own file', () => {
    const { code, problems, params } = refusalOf(() => openChecklist(scratch.file('both.yaml', checklist('both', '{ include: screen }', '{ include: login }'))));
    expect([code, params['file'], problems.map((problem) => [problem.code, problem.params['line']])]).toEqual(['checklist-invalid', join(scratch.path, 'sections/login.yaml'), [['checklist-duplicate-id', lineOf(section('login', 'LOG-01', 'SCR-01'), '- id: SCR-01')]]]);
  });

  it.each([
    ['is not there', '{ include: nowhere }', 'file-not-found'],
    ['lies elsewhere', '{ include: ../first }', 'checklist-invalid'],
    ['comes with more than a title', '{ include: screen, items: [] }', 'checklist-invalid'],
    ['has another name than its file', '{ include: renamed }', 'checklist-invalid'],
    ['includes another', '{ include: nested }', 'checklist-invalid'],
  ])('that %s is refused', (_what, inclusion, code) => {
    scratch.file('sections/renamed.yaml', section('screen', 'SCR-01'));
    scratch.file('sections/nested.yaml', 'id: nested\ninclude: screen\n');
    expect(refusalOf(() => openChecklist(scratch.file('broken.yaml', checklist('broken', inclusion)))).code).toBe(code);
  });
});
