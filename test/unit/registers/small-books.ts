import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import { RegisterTemplate, type Row } from '#domain/register.js';
import { planImport, type ImportPlan } from '#registers/plan-import.js';
import { readCsv } from './read-whole.js';
import type { ReadRow } from '#registers/sheet-row.js';

/** The roster of departments of 东湖区示例局. */
export const departments = RegisterTemplate.parse({
  id: 'departments',
  version: 1,
  title: { zh: '部门名册', en: 'Departments' },
  group: 'organisation',
  sensitivity: 'work',
  source: '本局自拟',
  key: ['no'],
  label: 'name',
  columns: [
    { key: 'no', title: { zh: '部门编号', en: 'No.' }, type: 'string', required: true, synonyms: ['编号'] },
    { key: 'name', title: { zh: '部门名称', en: 'Name' }, type: 'string', required: true, synonyms: ['部门'] },
  ],
  links: { people: { register: 'staff', by: 'dept' } },
});

/** Its roster of people, with a column of each type that people get wrong. */
export const staff = RegisterTemplate.parse({
  id: 'staff',
  version: 2,
  title: { zh: '人员名册', en: 'Staff' },
  group: 'organisation',
  sensitivity: 'work',
  source: '本局自拟',
  key: ['no'],
  label: 'name',
  columns: [
    { key: 'no', title: { zh: '人员编号', en: 'No.' }, type: 'string', required: true, synonyms: ['编号', '工号'] },
    { key: 'name', title: { zh: '姓名', en: 'Name' }, type: 'string', required: true, personal: true },
    { key: 'dept', title: { zh: '所属部门', en: 'Department' }, type: 'ref', register: 'departments', synonyms: ['部门'] },
    { key: 'id_no', title: { zh: '证件号码', en: 'ID no.' }, type: 'idno', personal: true },
    { key: 'phone', title: { zh: '电话', en: 'Phone' }, type: 'phone', personal: true },
    { key: 'joined_at', title: { zh: '入职日期', en: 'Joined' }, type: 'date' },
    { key: 'checked_in', title: { zh: '检查月份', en: 'Checked in' }, type: 'month' },
    { key: 'hours', title: { zh: '学时', en: 'Hours' }, type: 'number' },
    { key: 'devices', title: { zh: '设备数', en: 'Devices' }, type: 'int' },
    { key: 'trained', title: { zh: '是否培训', en: 'Trained' }, type: 'bool' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'enum', values: ['在职', '离职', '退休'] },
    { key: 'locker', title: { zh: '存放柜', en: 'Locker' }, type: 'enum', values: ['有', '无', '待建'] },
    { key: 'duties', title: { zh: '职责', en: 'Duties' }, type: 'multi', values: ['保密员', '定密责任人', '机要员'] },
    { key: 'disk', title: { zh: '硬盘序列号', en: 'Disk' }, type: 'serial' },
    { key: 'note', title: { zh: '备注', en: 'Remarks' }, type: 'text' },
    { key: 'matter', title: { zh: '涉密事项', en: 'Matter' }, type: 'text', maybeSecret: true },
  ],
});

export const templates = [departments, staff];

export function read(text: string, template: RegisterTemplate = staff): readonly ReadRow[] {
  return readCsv(Buffer.from(text, 'utf8'), template, '名册.csv');
}

/** The cells of the only row under this header. */
export function cellsOf(header: string, row: string): ReadRow['cells'] {
  const rows = read(`人员编号,姓名,${header}\nS01,张伟,${row}\n`);
  if (rows.length !== 1) throw new Error(`rows: ${rows.length}`);
  const { no: _no, name: _name, ...rest } = rows[0]?.cells ?? {};
  return rest as ReadRow['cells'];
}

/** The problems for which a file is refused. */
export function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.problems.length > 0 ? error.problems : [{ code: error.code, params: error.params }];
    throw error;
  }
  return [];
}

/** Code and line of each. */
export function faultsIn(text: string, template: RegisterTemplate = staff): readonly string[] {
  return problemsOf(() => read(text, template)).map(({ code, params }) => `${code}:${String(params['line'])}`);
}

export const by = { person: '赵敏', role: 'officer', proof: 'claimed' } as const;

/** What importing `text` into a book would do; ids count up from the rows there are. */
export function importOf(text: string, onFile: readonly Row[], template: RegisterTemplate = staff, at = '2026-11-24T02:00:00.000Z'): ImportPlan {
  let last = onFile.length;
  const newId = (): string => `20000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  return planImport(template, read(text, template), onFile, { file: '名册.csv', at, by, late: false, templates, newId });
}

/** The rows on file after an import. */
export function after(onFile: readonly Row[], { changes }: ImportPlan): readonly Row[] {
  const rows = new Map(onFile.map((row) => [row.rowId, row]));
  for (const change of changes as readonly Extract<Change, { collection: 'rows' }>[]) if (change.value !== null) rows.set(change.id, change.value);
  return [...rows.values()];
}
