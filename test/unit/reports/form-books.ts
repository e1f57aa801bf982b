import { RegisterTemplate, type Column } from '#domain/register.js';
import type { FormSource } from '#reports/form/form-source.js';

type ColumnInput = Pick<Column, 'key' | 'type'> & Partial<Column> & { readonly zh: string };

function column({ zh, ...rest }: ColumnInput): unknown {
  return { ...rest, title: { zh, en: rest.key } };
}

const common = { version: 1, group: 'documents', sensitivity: 'work', source: '本局自拟', key: ['no'], label: 'no' } as const;

/** A key is lent: a short book. */
export const keys = RegisterTemplate.parse({
  ...common,
  id: 'keys',
  title: { zh: '机要室钥匙借用登记表', en: 'Keys' },
  form: 'A99',
  columns: [
    column({ key: 'no', type: 'string', zh: '编号' }),
    column({ key: 'person', type: 'string', zh: '借用人', personal: true }),
    column({ key: 'lent_at', type: 'date', zh: '借出日期' }),
    column({ key: 'returned', type: 'bool', zh: '是否归还' }),
    column({ key: 'why', type: 'text', zh: '用途' }),
    column({ key: 'sign', type: 'signature', zh: '借用人签名' }),
  ],
});

/** What was carried out: rows below an approval. */
export const items = RegisterTemplate.parse({
  ...common,
  id: 'trip-items',
  title: { zh: '携带载体清单', en: 'Items' },
  parent: { register: 'trips', by: 'trip' },
  key: ['trip', 'carrier'],
  columns: [
    column({ key: 'trip', type: 'ref', zh: '审批表编号', register: 'trips' }),
    column({ key: 'trip_day', type: 'date', zh: '外出日期', computed: { lookup: 'trip', take: 'out_at' } }),
    column({ key: 'carrier', type: 'string', zh: '载体编号' }),
    column({ key: 'copies', type: 'int', zh: '份数' }),
  ],
  label: 'carrier',
});

/** Carrying out is approved: a form of its own for each. */
export const trips = RegisterTemplate.parse({
  ...common,
  id: 'trips',
  title: { zh: '携带涉密载体外出审批表', en: 'Carrying out' },
  layout: 'card',
  signatures: ['携带人', '部门负责人'],
  columns: [
    column({ key: 'no', type: 'string', zh: '编号' }),
    column({ key: 'out_at', type: 'date', zh: '外出日期' }),
    column({ key: 'transport', type: 'enum', zh: '交通方式', values: ['公务车', '高铁', '步行'] }),
    column({ key: 'escorted', type: 'bool', zh: '是否两人同行' }),
    column({ key: 'measures', type: 'text', zh: '保密措施', note: '写明包装、交通、住宿' }),
    column({ key: 'op_dept', type: 'signature', zh: '部门意见' }),
  ],
});

/** A book of `count` columns, all of one type. */
export function wideBook(count: number, type: Column['type'] = 'date'): RegisterTemplate {
  const others = Array.from({ length: count - 1 }, (_, index) => column({ key: `c${String(index)}x`, type, zh: `第${String(index + 1)}次核对` }));
  return RegisterTemplate.parse({ ...common, id: 'wide', title: { zh: '逐次核对登记表', en: 'Checks' }, columns: [column({ key: 'no', type: 'string', zh: '编号' }), ...others] });
}

/** A form of the invented bureau; blank unless it is given a number. */
export function formSource(template: RegisterTemplate, records: FormSource['records'], number = ''): FormSource {
  const isBlank = number === '';
  return { template, layout: template.layout, isBlank, records, number, unit: '东湖区示例局', by: isBlank ? '' : '钱宁', at: '2026-11-24T05:00:00.000Z', day: isBlank ? '' : '2026-11-24', isDemo: false };
}

export function emptyRecords(count: number): FormSource['records'] {
  return Array.from({ length: count }, () => ({ cells: {}, children: [] }));
}
