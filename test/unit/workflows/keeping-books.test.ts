import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#store/store.js';
import { adaptRegister, resetRegister } from '#workflows/adapt-register.js';
import { blankForm } from '#workflows/blank-form.js';
import { checkBooks } from '#workflows/check-registers.js';
import type { Desk } from '#workflows/desk.js';
import { addRow, confirmBook, editRow, retireRow } from '#workflows/edit-rows.js';
import { exportRegister } from '#workflows/export-register.js';
import { importRegister, type ImportRequest, type ImportSummary } from '#workflows/import-register.js';
import { listDue } from '#workflows/list-due.js';
import { listBooks, listKinds, listRows } from '#workflows/list-registers.js';
import { rowHistory } from '#workflows/row-history.js';
import { allowed, officeDesk, refusal, today } from './office-desk.js';

const person = (no: string, name: string, more: Record<string, string> = {}): Record<string, string> => ({ no, name, dept: 'D1', post: '文件管理', level: '一般', state: '在岗', ...more });
const file = (desk: Desk, name: string): string => join(dirname(desk.folder), name);
const importText = (desk: Desk, register: string, text: string, request: ImportRequest = {}): Promise<ImportSummary> => {
  const path = file(desk, `${register}.csv`);
  writeFileSync(path, text);
  return importRegister(desk, register, path, request);
};

async function framesOf(desk: Desk): Promise<readonly { readonly kind: string; readonly changes: number }[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  const frames = store.frames();
  await store.close();
  return frames.map(({ header, changes }) => ({ kind: header.kind, changes: changes.length }));
}

describe('rows typed one by one', () => {
  it('are added, changed and taken out of use; each step is on record with who, when and why', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'personnel', person('S02', '赵敏'), {});
    await editRow(desk, 'personnel', 'S02', { 下次复审日期: '2027年3月1日' }, { reason: '复审合格', by: '李娜' });
    await retireRow(desk, 'personnel', 'S02', { reason: '调出本单位' });
    const history = await rowHistory(desk, 'personnel', 'S02', 10);
    expect(history.map(({ revision, kind, reason, retired, by }) => [revision, kind, reason, retired, by.person])).toEqual([
      [3, 'register.retired', '调出本单位', true, '赵敏'], [2, 'register.edited', '复审合格', false, '李娜'], [1, 'register.added', undefined, false, '赵敏'],
    ]);
    expect(history[1]?.cells).toEqual([{ column: 'review_due', title: '下次复审日期', before: '', after: '2027-03-01' }]);
    expect(JSON.stringify(history)).not.toContain('"after":"赵敏"');
    expect((await listRows(desk, 'personnel')).rows).toEqual([]);
  });

  it('a number that is taken is not overwritten', async () => {
    const desk = await officeDesk();
    expect(await refusal(addRow(desk, 'staff', { no: 'S01', name: '孙丽', dept: 'D1', state: '在职' }, {}))).toEqual(['row-key-taken']);
    expect((await listRows(desk, 'staff', { unmasked: false, key: 'S01' })).rows[0]?.cells['name']).toBe('周某');
  });

  it('a change writes that row and nothing else; the same again writes nothing', async () => {
    const desk = await officeDesk();
    await editRow(desk, 'staff', 'S01', { dept: 'D2' }, {});
    expect((await framesOf(desk)).at(-1)).toEqual({ kind: 'register.edited', changes: 1 });
    expect((await editRow(desk, 'staff', 'S01', { dept: '业务科' }, {})).changed).toBe(false);
  });

  it.each([
    ['a number of another row', { no: 'S02' }, ['row-key-taken']],
    ['an unknown department', { dept: 'D9' }, ['register-file-invalid', 'row-unknown-reference']],
    ['nothing where something is required', { name: '' }, ['register-file-invalid', 'cell-required']],
    ['a column that is reckoned', { hours_year: '40' }, ['column-reckoned']],
    ['a column that there is not', { 工资: '1' }, ['column-unknown']],
    ['a value that is not in the list', { state: '休假' }, ['register-file-invalid', 'cell-not-allowed']],
  ])('%s is refused', async (_what, cells, codes) => {
    expect(await refusal(editRow(await officeDesk(), 'staff', 'S01', cells as unknown as Record<string, string>, {}))).toEqual(codes);
  });

  it('a person whom other books name cannot be taken out of use', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'personnel', person('S02', '赵敏'), {});
    expect(await refusal(retireRow(desk, 'staff', 'S02', { reason: '离职' }))).toEqual(['row-still-named', 'row-named-here']);
  });

  it('nil means no rows; a later row needs the word again', async () => {
    const desk = await officeDesk();
    await confirmBook(desk, 'personnel', { nil: true });
    expect(await listBooks(desk)).toContainEqual({ id: 'personnel', title: '涉密人员登记表（台账）', rows: 0, state: 'nil', asOf: today });
    await addRow(desk, 'personnel', person('S02', '赵敏'), {});
    expect(await refusal(confirmBook(desk, 'personnel', { nil: true }))).toEqual(['register-nil-with-rows']);
    expect((await listBooks(desk)).find((book) => book.id === 'personnel')?.state).toBe('unconfirmed');
  });
});

describe('a classified book on a non-classified machine', () => {
  it('needs the decision of the 定密责任人; the decision is on record', async () => {
    const desk = await officeDesk();
    const row = { no: 'C-1', keeper: 'S02', dept: 'D1', qty: '1', state: '在用' };
    expect(await refusal(addRow(desk, 'carriers', row, {}))).toEqual(['register-undecided']);
    await allowed(desk, 'carriers');
    expect((await addRow(desk, 'carriers', row, {})).key).toBe('C-1');
    expect((await framesOf(desk)).map((frame) => frame.kind)).toContain('register.allowed');
  });

  it('keeps no name and no level: an import says which columns it left out', async () => {
    const desk = await allowed(await officeDesk(), 'carriers');
    const summary = await importText(desk, 'carriers', '载体编号,名称,密级,数量,责任人,所属部门,状态\nC-1,某工程方案,机密,1,赵敏,D1,在用\n');
    expect(summary).toMatchObject({ added: 1, wrong: 0, written: true });
    expect(summary.dropped).toEqual(['名称', '密级']);
    const store = await openStore(desk.folder, { readOnly: true });
    expect(JSON.stringify(store.read().rows)).not.toMatch(/某工程方案|机密/);
    await store.close();
  });

  it('a book that is not classified needs no decision, a paper form takes none', async () => {
    const desk = await officeDesk();
    expect(await refusal(allowed(desk, 'computers'))).toEqual(['register-needs-no-decision']);
    expect(await refusal(allowed(desk, 'vetting'))).toEqual(['register-paper-only']);
    expect(await refusal(addRow(desk, 'vetting', {}, {}))).toEqual(['register-paper-only']);
  });

  it('on a classified machine it is kept whole, without a decision', async () => {
    const desk = await officeDesk('classified');
    await addRow(desk, 'carriers', { no: 'C-1', type: '纸介质', name: '某工程方案', level: '机密', term: '20年', origin: '上级来文', keeper: 'S02', dept: 'D1', qty: '1', state: '在用' }, {});
    expect((await listRows(desk, 'carriers')).rows[0]?.cells).toMatchObject({ name: '某工程方案', level: '机密' });
    expect((await listKinds(desk)).filter((kind) => kind.standing === 'undecided')).toEqual([]);
  });
});

describe('an import', () => {
  const sheet = '人员编号,姓名,部门,职务及涉密岗位,等级,状态\nS02,赵敏,办公室,文件管理,一般,在岗\nS03,张伟,业务科,承办,重要,在岗\n';

  it('tried first writes nothing', async () => {
    const desk = await officeDesk();
    const before = (await framesOf(desk)).length;
    expect(await importText(desk, 'personnel', sheet, { dryRun: true })).toMatchObject({ added: 2, written: false });
    expect((await framesOf(desk)).length).toBe(before);
  });

  it('with one wrong cell writes nothing and names the place; a marked copy is made where asked', async () => {
    const desk = await officeDesk();
    const marked = file(desk, '有误.xlsx');
    const summary = await importText(desk, 'personnel', sheet.replace('重要', '核心人员'), { annotateTo: marked });
    expect(summary).toMatchObject({ wrong: 1, written: false, problems: [{ code: 'cell-not-allowed', params: { line: 3, column: '涉密等级', value: '核心人员' } }] });
    expect(readFileSync(marked).subarray(0, 2).toString('latin1')).toBe('PK');
    expect(await listBooks(desk)).not.toContainEqual(expect.objectContaining({ id: 'personnel' }));
  });

  it('of one changed row costs that row; rows that the sheet lacks are named and stay', async () => {
    const desk = await officeDesk();
    await importText(desk, 'personnel', sheet);
    const summary = await importText(desk, 'personnel', sheet.replace('S02,赵敏,办公室,文件管理,一般,在岗\n', '').replace('承办', '起草'));
    expect(summary).toMatchObject({ added: 0, changed: 1, unchanged: 0, missing: ['S02'] });
    expect((await framesOf(desk)).at(-1)).toEqual({ kind: 'register.imported', changes: 1 });
    expect((await listRows(desk, 'personnel')).rows).toHaveLength(2);
  });

  it('remembers what the unit\'s own headers mean', async () => {
    const desk = await officeDesk();
    const own = sheet.replace('等级', '保密级别').replace('状态', '状态,排序').replaceAll('在岗', '在岗,1');
    expect(await importText(desk, 'personnel', own, { dryRun: true })).toMatchObject({ unknownHeaders: ['保密级别', '排序'] });
    await importText(desk, 'personnel', own, { map: { 保密级别: '涉密等级', 排序: '' } });
    expect(await importText(desk, 'personnel', own)).toMatchObject({ unchanged: 2, unknownHeaders: [], wrong: 0 });
    expect(await refusal(importText(desk, 'personnel', own, { map: { 排序: '工资' } }))).toEqual(['header-map-invalid']);
  });

  it('of what was exported changes nothing, masked or not, as a workbook or as CSV', async () => {
    const desk = await officeDesk();
    await importText(desk, 'personnel', `${sheet.replace('状态', '状态,证件号码,出生年月,联系方式').replaceAll('在岗', '在岗,11010119900101001X,1990-01,13800138000')}`);
    for (const [name, unmasked] of [['a.xlsx', false], ['b.csv', false], ['c.xlsx', true], ['d.csv', true]] as const) {
      await exportRegister(desk, 'personnel', file(desk, name), { unmasked, ...(unmasked ? { reason: '核对' } : {}) });
      expect([name, await importRegister(desk, 'personnel', file(desk, name), {})]).toEqual([name, expect.objectContaining({ added: 0, changed: 0, unchanged: 2, wrong: 0, unknownHeaders: [] })]);
    }
    const csv = readFileSync(file(desk, 'b.csv'), 'utf8');
    expect([csv.includes('赵敏'), csv.includes('1990-01'), readFileSync(file(desk, 'd.csv'), 'utf8').includes('赵敏')]).toEqual([false, false, true]);
  });

  it('the columns that a platform does not export are given once for all rows', async () => {
    const desk = await officeDesk();
    const summary = await importText(desk, 'online-training', '姓名,状态,完成时间,学时\n赵敏,已完成,2026-05-20 10:30,4\n张伟,学习中,,\n', { fill: { 平台: '护密', batch: '2026春' } });
    expect(summary).toMatchObject({ added: 2, wrong: 0 });
    await addRow(desk, 'personnel', person('S02', '赵敏'), {});
    expect((await listRows(desk, 'personnel')).rows[0]?.cells['hours_year']).toBe('4');
  });
});

describe('personal details', () => {
  it('are shown only with a reason, and the reason is on record', async () => {
    const desk = await officeDesk();
    expect(await refusal(listRows(desk, 'staff', { unmasked: true }))).toEqual(['unmasked-needs-reason']);
    expect((await listRows(desk, 'staff', { unmasked: true, reason: '核对名册' })).rows[0]?.cells['name']).toBe('周建国');
    expect((await framesOf(desk)).at(-1)?.kind).toBe('register.disclosed');
  });
});

describe('the unit\'s own columns', () => {
  const override = (desk: Desk, text: string): string => {
    const path = file(desk, 'own.yaml');
    writeFileSync(path, text);
    return path;
  };

  it('are renamed, hidden and added by one file, and undone', async () => {
    const desk = await officeDesk();
    await adaptRegister(desk, 'staff', override(desk, 'register: staff\nrename: { dept: { zh: 科室, en: Office } }\nhide: [note]\nadd:\n  - { key: x_room, title: { zh: 房间, en: Room }, type: string }\n'));
    const titles = (await blankForm(desk, 'staff')).form.columns.map((column) => column.title.zh);
    expect([titles.includes('科室'), titles.includes('备注'), titles.at(-1)]).toEqual([true, false, '房间']);
    await editRow(desk, 'staff', 'S01', { 房间: '301', 科室: '业务科' }, {});
    await resetRegister(desk, 'staff');
    expect((await blankForm(desk, 'staff')).form.columns.map((column) => column.key)).not.toContain('x_room');
  });

  it('a wrong file changes nothing and names each place', async () => {
    const desk = await officeDesk();
    expect(await refusal(adaptRegister(desk, 'staff', override(desk, 'register: staff\nhide: [no]\nrename: { salary: { zh: 工资, en: Pay } }\n')))).toEqual(['override-invalid', 'override-column-unknown', 'override-column-needed']);
    expect(await refusal(adaptRegister(desk, 'staff', override(desk, 'register: departments\n')))).toEqual(['override-other-register']);
    expect(await refusal(resetRegister(desk, 'staff'))).toEqual(['override-none']);
  });
});

describe('checking the books', () => {
  it('finds what is wrong with rows, rules and references; a rule that cannot be judged is told', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'personnel', person('S02', '赵敏', { vetting_at: '2020-01-05', vetting_result: '合格', since: '2020-02-01', review_due: '2026-01-01', passport_state: '已集中保管' }), {});
    const { faults, open } = await checkBooks(desk, 'personnel');
    expect(faults.map((fault) => [fault.kind, fault.rule?.zh, fault.row])).toEqual([['rule', '在岗而无保密承诺书', 'S02 赵某'], ['rule', '复审逾期或没有登记复审日期', 'S02 赵某']]);
    expect(open.map((rule) => rule.rule.zh)).toContain('已离岗，名下仍有涉密载体');
  });

  it('holds the newest batch of online training against the classified people, both ways', async () => {
    const desk = await officeDesk();
    for (const [no, name] of [['S02', '赵敏'], ['S03', '张伟']] as const) await addRow(desk, 'personnel', person(no, name), {});
    await importText(desk, 'online-training', '平台,批次,人员编号,完成状态,要求完成日\n护密,2025,S02,已完成,2025-06-01\n护密,2026,S02,已完成,2026-06-01\n护密,2026,S04,已完成,2026-06-01\n');
    const { faults } = await checkBooks(desk);
    expect(faults.filter(({ kind }) => kind === 'absent' || kind === 'stranger').map(({ register, row, kind, other }) => [register, row, kind, other])).toEqual([['personnel', 'S03 张某', 'absent', '护密 2026'], ['online-training', '护密 S04', 'stranger', 'S04']]);
  });

  it('of one book only is asked by its name', async () => {
    expect(await refusal(checkBooks(await officeDesk(), 'salaries'))).toEqual(['register-unknown']);
  });
});

describe('what is due', () => {
  it('is one list, soonest first, overdue ones marked, done ones gone', async () => {
    const desk = await allowed(await officeDesk(), 'carriers', 'loans');
    await addRow(desk, 'personnel', person('S02', '赵敏', { review_due: '2026-12-10' }), {});
    await addRow(desk, 'personnel', person('S03', '张伟', { review_due: '2027-06-01' }), {});
    await addRow(desk, 'carriers', { no: 'C-1', keeper: 'S02', dept: 'D1', qty: '1', state: '借出' }, {});
    await addRow(desk, 'loans', { no: 'J-1', carrier: 'C-1', copies: '1', borrower: 'S03', dept: 'D2', out_at: '2026-11-01', due: '2026-11-10' }, {});
    const due = await listDue(desk, 30);
    expect(due.map((line) => [line.day, line.overdue, line.register])).toEqual([['2026-11-10', true, 'loans'], ['2026-12-10', false, 'personnel']]);
    await editRow(desk, 'loans', 'J-1', { back_at: '2026-11-20' }, {});
    expect((await listDue(desk, 30)).map((line) => line.register)).toEqual(['personnel']);
  });
});
