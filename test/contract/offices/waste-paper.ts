import type { CheckedOffices } from '../checklist-office.js';
import { without, type Cells } from '../row-cells.js';

const parameters = { wasteDays: 30, wasteCheckMonths: 1 };

const waste = (no: string, over: Cells = {}): Cells => ({ no, date: '2026-11-01', kind: '内部资料', bag_no: 'D1', sealer: 'P1', sealed_at: '2026-11-01', checked: true, handler: 'P1', receiver: 'P2', watch: 'P3', dispose: '单位碎纸机粉碎', dispose_at: '2026-11-10', ...over });
const toDestroy = (no: string, over: Cells = {}): Cells => waste(no, { kind: '过程稿', weight: 4, dispose: '转入涉密载体销毁', dispose_no: 'H1', ...over });
const spotCheck = (no: string, over: Cells = {}): Cells => ({ no, date: '2026-11-05', dept: 'B1', found_secret: 0, found_work: 0, checker: 'P1', checker2: 'P2', ...over });
const destruction = (no: string, over: Cells = {}): Cells => ({ no, weight: 4, escort1: 'P1', escort2: 'P2', destroyed_at: '2026-11-10', signed_at: '2026-11-10', ...over });
const shredder = (no: string, over: Cells = {}): Cells => ({ no, name: '碎纸机', for_secret: true, cert: 'ZS1', state: '在用', ...over });
const pointOf = (check: string): Cells => ({ check, place: '打印复印区' });

const good = {
  parameters,
  books: {
    'waste-paper': [waste('J1'), toDestroy('J2'), without(waste('J3'), 'dispose', 'dispose_at')],
    'waste-checks': [spotCheck('K1'), spotCheck('K2', { found_work: 1, problem_no: 'ZG1' })],
    'waste-check-places': [pointOf('K1'), pointOf('K2')],
    departments: [{ no: 'B1' }],
    destructions: [destruction('H1')],
    'protection-equipment': [shredder('X1'), without(shredder('X2', { for_secret: false, label: true }), 'cert')],
  },
};

const summer = { date: '2026-06-05' };
const bad = {
  parameters,
  books: {
    'waste-paper': [
      toDestroy('J2'), without(waste('J-unchecked'), 'checked'), waste('J-alone', { receiver: 'P1' }), without(waste('J-open'), 'sealed_at'), without(waste('J-old', { date: '2026-09-01' }), 'dispose', 'dispose_at'),
      without(toDestroy('J-lost', { dispose: '普通回收' }), 'dispose_no'), waste('J-sold', { dispose: '出售给收废人员' }),
    ],
    'waste-checks': [spotCheck('K-one', { ...summer, checker2: 'P1' }), without(spotCheck('K-blank', summer), 'found_secret'), spotCheck('K-found', { ...summer, found_secret: 1 })],
    'waste-check-places': [pointOf('K-one'), pointOf('K-blank'), pointOf('K-found')],
    departments: [{ no: 'B1' }, { no: 'B-never' }],
    destructions: [destruction('H1', { weight: 3 }), destruction('H-early', { signed_at: '2026-11-09' })],
    'protection-equipment': [without(shredder('X-uncertified'), 'cert')],
  },
};

export const offices: CheckedOffices = {
  good,
  bad,
  failing: {
    'WST-03': 'J-unchecked', 'WST-05': 'J-alone', 'WST-83': 'J-open', 'WST-84': 'J-old', 'WST-04': 'J-lost', 'WST-14': 'J-sold', 'WST-07': 'H1', 'WST-08': 'H-early', 'WST-85': 'X-uncertified',
    'WST-81': '', 'WST-02': 'K-one', 'WST-80': 'B-never', 'WST-89': 'K-blank', 'WST-15': 'K-found',
  },
};
