import { describe, expect, it } from 'vitest';
import type { Column, RegisterTemplate, RowFilter } from '#domain/register.js';
import { targetIds } from '#registers/resolve-references.js';
import { catalog } from './shipped.js';

const { templates } = catalog;
const byId = new Map(templates.map((template) => [template.id, template]));
const every = templates.map((template) => [template.id, template] as const);
const days = ['date', 'datetime'];

const columnOf = (template: RegisterTemplate | undefined, key: string): Column | undefined => template?.columns.find((column) => column.key === key);
const keysWhere = (template: RegisterTemplate, is: (column: Column) => boolean): string[] => template.columns.filter(is).map((column) => column.key);
const numbersOnly = (template: RegisterTemplate): Column[] => template.columns.filter((column) => template.numbersOnly.includes(column.key));

/** Conditions of a filter that no row of `template` could meet, or that ask for what is not there. */
function idleConditions(filter: RowFilter, template: RegisterTemplate | undefined, counting?: RegisterTemplate): string[] {
  return Object.entries(filter).flatMap(([key, wanted]) => {
    const column = columnOf(template, key);
    if (column === undefined) return [`${key}: no such column`];
    if (Array.isArray(wanted)) return column.type === 'bool' ? wanted.filter((each) => typeof each !== 'boolean').map(String) : wanted.filter((each) => column.values?.includes(String(each)) !== true).map((each) => `${key}: ${String(each)}`);
    if ('blank' in wanted) return [];
    const isDay = [...days, 'month', 'year'].includes(column.type);
    const ofYear = wanted.year === 'this' || columnOf(counting, wanted.year.of)?.type === 'year';
    return isDay && ofYear ? [] : [`${key}: year`];
  });
}

describe.each(every)('%s', (_id, template) => {
  it('what identifies a row is neither personal nor a secret, and is typed', () => {
    expect(keysWhere(template, (column) => template.key.includes(column.key) && (column.personal || column.maybeSecret || column.computed !== undefined))).toEqual([]);
  });

  it('what is missing can be recorded: no tick, signature or reckoned column is demanded', () => {
    expect(keysWhere(template, (column) => column.required && (column.type === 'bool' || column.type === 'signature' || column.computed !== undefined))).toEqual([]);
  });

  it('is handled as classified exactly where it may hold secrets, and then knows what remains of it elsewhere', () => {
    expect(template.classified).toBe(template.sensitivity === 'classified');
    expect(template.numbersOnly.length > 0).toBe(template.classified);
    expect(template.numbersOnly.filter((key) => columnOf(template, key) === undefined)).toEqual([]);
  });

  it('in numbers only: the keys and the name of a row; no words, no level, nobody\'s details', () => {
    if (!template.classified) return;
    expect([...template.key, template.label].filter((key) => !template.numbersOnly.includes(key))).toEqual([]);
    const telling = numbersOnly(template).filter((column) => column.maybeSecret || column.personal || ['text', 'signature', 'serial', 'multi'].includes(column.type) || (column.type !== 'bool' && /密级|等级|名称|标题|(?<!收)文号|事由|理由/.test(column.title.zh)));
    expect(telling.map((column) => column.key)).toEqual([]);
    // Own codes are the only words, and places are left out even as codes.
    expect(numbersOnly(template).filter((column) => column.type === 'string' && !/编号|号$/.test(column.title.zh)).map((column) => column.key)).toEqual([]);
    expect(numbersOnly(template).filter((column) => targetIds(column).includes('places')).map((column) => column.key)).toEqual([]);
  });

  it('of cryptography remain existence, days, yes or no and counts: nobody, nowhere, no kind', () => {
    if (template.group !== 'cryptography') return;
    const plain = ['string', 'ref', 'date', 'month', 'bool', 'int'];
    const telling = numbersOnly(template).filter((column) => !plain.includes(column.type) || targetIds(column).some((id) => byId.get(id)?.group !== 'cryptography'));
    expect(telling.map((column) => column.key)).toEqual([]);
    expect(keysWhere(template, (column) => !template.numbersOnly.includes(column.key) && !column.maybeSecret && column.type !== 'signature')).toEqual([]);
  });

  it('a row that belongs to another names it in its key, and is as secret as that book', () => {
    if (template.parent === undefined) return;
    const { register, by } = template.parent;
    const parent = byId.get(register);
    const column = columnOf(template, by);
    expect([column?.type, column === undefined ? [] : targetIds(column), column?.required]).toEqual(['ref', [register], true]);
    expect(template.key).toContain(by);
    expect([template.classified, template.group]).toEqual([parent?.classified, parent?.group]);
    expect(Object.values(parent?.links ?? {}).some((link) => link.register === template.id && link.by === by && link.of === undefined)).toBe(true);
  });

  it('what is looked up is there, typed, of the same kind, and no less guarded', () => {
    for (const column of template.columns) {
      if (column.computed === undefined || !('lookup' in column.computed)) continue;
      const { lookup, take } = column.computed;
      const reference = columnOf(template, lookup);
      const sources = (reference === undefined ? [] : targetIds(reference)).map((id) => columnOf(byId.get(id), take));
      expect([column.key, sources.length > 0]).toEqual([column.key, true]);
      for (const source of sources) {
        expect([column.key, source?.type, source?.values, source?.computed, source?.register]).toEqual([column.key, column.type, column.values, undefined, column.register]);
        expect([column.key, column.maybeSecret, column.personal]).toEqual([column.key, source?.maybeSecret, source?.personal]);
      }
    }
  });

  it('what is counted or added up is there, and every condition can be met', () => {
    for (const column of template.columns) {
      if (column.computed === undefined || !('total' in column.computed)) continue;
      expect([column.key, ['int', 'number'].includes(column.type)]).toEqual([column.key, true]);
      for (const part of column.computed.total) {
        const link = template.links['count' in part ? part.count : part.sum];
        const counted = link === undefined ? undefined : byId.get(link.register);
        expect([column.key, counted === undefined]).toEqual([column.key, false]);
        if ('sum' in part) expect([column.key, columnOf(counted, part.of)?.computed, ['int', 'number'].includes(columnOf(counted, part.of)?.type ?? '')]).toEqual([column.key, undefined, true]);
        expect(idleConditions(part.where, counted, template)).toEqual([]);
        // Totals are reckoned together: one cannot wait for another.
        expect(Object.keys(part.where).filter((key) => { const source = columnOf(counted, key)?.computed; return source !== undefined && !('lookup' in source); })).toEqual([]);
      }
    }
  });

  it('what is held against a target is a number against a number', () => {
    for (const column of template.columns) {
      if (column.computed === undefined || !('reached' in column.computed)) continue;
      const { reached, target } = column.computed;
      expect([column.type, columnOf(template, reached)?.type, columnOf(template, target)?.type]).toEqual(['bool', 'number', 'number']);
    }
  });

  it('what is due has a day, and can be open', () => {
    for (const rule of template.due) {
      expect([rule.column, days.includes(columnOf(template, rule.column)?.type ?? '')]).toEqual([rule.column, true]);
      expect(idleConditions(rule.open, template, template)).toEqual([]);
    }
  });

  it('says in its own words where it comes from, and never that it is official', () => {
    expect(template.source).toMatch(/自拟|公开样表|本工具/);
    expect(template.source).not.toMatch(/(?<!非)国家统一格式|官方|标准表式/);
  });
});

describe('the books together', () => {
  it('only the vetting form is never kept: nothing points into it or rests on it', () => {
    const onPaper = templates.filter((template) => template.paperOnly);
    expect(onPaper.map((template) => template.id)).toEqual(['vetting']);
    expect(onPaper.flatMap((template) => [...template.checks, ...template.due, ...Object.keys(template.links)])).toEqual([]);
    expect(templates.filter((template) => template.columns.some((column) => targetIds(column).includes('vetting')) || Object.values(template.links).some((link) => link.register === 'vetting'))).toEqual([]);
  });

  it('hours, carriers and devices of a person are reckoned, never typed', () => {
    const reckoned = (id: string): string[] => keysWhere(byId.get(id) as RegisterTemplate, (column) => column.computed !== undefined);
    expect(reckoned('personnel')).toEqual(['hours_year', 'devices_held', 'carriers_held']);
    expect(reckoned('staff')).toEqual(['hours_year']);
    expect(reckoned('training-hours')).toEqual(['trainings', 'hours_unit', 'hours_total', 'met']);
    expect(reckoned('destructions')).toEqual(expect.arrayContaining(['sum_top', 'sum_sec', 'sum_con', 'sum_other', 'sum_all']));
  });

  it('every level of an item on a destruction list falls into one of the sums', () => {
    const sums = (byId.get('destructions')?.columns ?? []).flatMap(({ key, computed }) => (/^sum_(?!all)/.test(key) && computed !== undefined && 'total' in computed ? computed.total.flatMap((part) => part.where['level'] as string[]) : []));
    expect([...sums].sort()).toEqual([...(columnOf(byId.get('destruction-items'), 'level')?.values ?? [])].sort());
  });
});

describe('an answer that is wrong can be written down', () => {
  const wrong: readonly (readonly [string, string, readonly string[]])[] = [
    ['incoming', 'channel', ['普通邮政', '快递', '即时通信', '互联网邮箱', '其他']],
    ['outgoing', 'channel', ['普通邮政', '快递', '即时通信', '互联网邮箱', '其他']],
    ['incoming', 'dispose', ['下落不明']],
    ['destructions', 'method', ['出售给废品收购站', '自行丢弃', '其他']],
    ['waste-paper', 'dispose', ['普通回收', '出售给收废人员', '随垃圾丢弃', '未处置']],
    ['device-disposals', 'dispose', ['混入废品', '去向不明']],
    ['device-disposals', 'where', ['送其他单位']],
    ['carriers', 'storage', ['个人抽屉', '家中', '车内']],
    ['carriers', 'state', ['遗失']],
    ['personnel', 'vetting_result', ['不合格', '未审查']],
    ['personnel', 'passport_state', ['未交存']],
    ['departures', 'kind', ['擅自离职']],
    ['classified-computers', 'net', ['互联网', '政务外网', '非涉密内网']],
    ['classified-computers', 'three_in_one', ['未安装', '已卸载']],
    ['classified-computers', 'login', ['无口令']],
    ['computers', 'net', ['涉密网']],
    ['networks', 'level', ['未定级']],
    ['networks', 'nature', ['未认定']],
    ['networks', 'crypto_applies', ['未判定']],
    ['meetings', 'outside', ['外部未签协议']],
    ['meetings', 'plan', ['未制定']],
    ['procurement', 'qualif', ['资质不符', '未核验']],
    ['foreign-activities', 'agreement', ['未签']],
    ['publication-reviews', 'channel', ['工作群', '其他']],
    ['work-secrets', 'mark', ['国家秘密标识', '未标识']],
    ['declassification-reviews', 'result', ['未审核']],
    ['attendance', 'result', ['缺席']],
  ];

  it.each(wrong)('%s.%s', (register, key, values) => {
    expect(values.filter((value) => columnOf(byId.get(register), key)?.values?.includes(value) !== true)).toEqual([]);
  });

  it('a facility of a place is there, missing or planned', () => {
    for (const key of ['door', 'window', 'cctv', 'alarm', 'locker', 'jammer', 'shredder', 'fire']) {
      expect([key, ['有', '无', '待建'].filter((value) => columnOf(byId.get('places'), key)?.values?.includes(value) !== true)]).toEqual([key, []]);
    }
  });

  it('a device or carrier may be lost', () => {
    const states = ['carriers', 'classified-computers', 'computers', 'media', 'office-devices', 'protection-equipment', 'crypto-devices'].map((id) => [id, columnOf(byId.get(id), 'state')?.values?.includes('遗失')]);
    expect(states.filter(([, mayBe]) => mayBe !== true)).toEqual([]);
  });

  it('a network goes by its name and by its nature apart', () => {
    expect(keysWhere(byId.get('networks') as RegisterTemplate, (column) => ['name', 'nature'].includes(column.key))).toEqual(['name', 'nature']);
    for (const id of ['computers', 'classified-computers']) expect([columnOf(byId.get(id), 'net_name')?.type, columnOf(byId.get(id), 'net')?.type]).toEqual(['string', 'enum']);
  });
});
