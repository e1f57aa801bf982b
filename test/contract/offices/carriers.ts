import type { CheckedOffices } from '../checklist-office.js';
import { without, type Cells } from '../row-cells.js';

const parameters = { circulationDays: 15, carrierCheckMonths: 3, carrierMonths: 36 };

const received = (no: string, over: Cells = {}): Cells => ({ no, received: '2026-05-06', level: '秘密', doc_no: `示例〔2026〕${no}`, serial: '01', copies: 1, channel: '机要交通', signer: 'P1', signed_at: '2026-05-06 10:00', ...over });
const sent = (no: string, over: Cells = {}): Cells => ({ no, sent: '2026-05-06', level: '秘密', channel: '机要通信', printed: 3, copies: 2, spare: 1, ...over });
const slip = (no: string, over: Cells = {}): Cells => ({ no, receipt: 'S1', started: '2026-11-20', due: '2026-12-01', known_no: `Z${no}`, ...over });
const reader = (of: string, over: Cells = {}): Cells => ({ slip: of, reader: 'P1', sent_at: '2026-11-20 09:00', in_scope: true, ...over });
const loan = (no: string, over: Cells = {}): Cells => ({ no, carrier: 'Z1', borrower: 'P1', approver: 'P1', out_at: '2026-11-20 09:00', due: '2026-12-01', ...over });
const copy = (no: string, over: Cells = {}): Cells => ({ no, carrier: 'Z1', apply_at: '2026-06-01', approved_by: 'P1', approved_at: '2026-06-01', copies: 1, stamp: true, serials: '01', device: 'D1', ...over });
const copied = (of: string): Cells => ({ ...carrier(`Y${of}`), copy_log: of });
const carrier = (no: string, over: Cells = {}): Cells => ({ no, level: '秘密', received_at: '2026-01-05', keeper: 'P1', storage: '保险柜', checked_at: '2026-11-10', match: true, state: '在用', ...over });
const trip = (no: string, over: Cells = {}): Cells => ({ no, applicant: 'P1', approved_at: '2026-09-01', from: '2026-09-02 08:00', to: '2026-09-05', back_at: '2026-09-05 17:00', back_checked: true, measures: '随身携带', ...over });
const taken = (trip: string, of: string): Cells => ({ carry_out: trip, carrier: of });
const returned = (no: string, over: Cells = {}): Cells => ({ no, copies: 2, returned: 2, state: '已清退', ...over });
const destruction = (no: string, over: Cells = {}): Cells => ({ no, made_by: 'P1', approved_at: '2026-03-01', destroyed_at: '2026-03-10', method: '送销毁工作机构', site_ok: true, receipt: 'PZ1', receipt_copies: 1, ...over });
const listed = (of: string, no: string): Cells => ({ destruction: of, carrier: no, copies: 1 });
const repair = (no: string, over: Cells = {}): Cells => ({ no, action: '维修', device: 'D1', level: '秘密级', where: '现场', supervisor: 'P1', ...over });
const holding = (no: string, over: Cells = {}): Cells => ({ no, person: 'P9', ...over });
const destroyed = (no: string): Cells => ({ ...carrier(no), state: '已销毁' });

const people = {
  staff: [{ no: 'P1', state: '在职' }, { no: 'P2', state: '退休' }],
  personnel: [{ no: 'P1', state: '在岗' }, { no: 'P2', state: '在岗' }],
  'office-devices': [{ no: 'D1', level: '秘密级', net_phone: '否' }, { no: 'D2', level: '互联网', net_phone: '非涉密网络' }],
  'protection-equipment': [{ no: 'X1', cert: 'ZS1' }, { no: 'X2' }],
};

const top = { level: '绝密' };
const good = {
  parameters,
  books: {
    ...people,
    incoming: [received('S1', { level: '机密' }), received('S2', { ...top, special: true }), received('S3', { return_req: true, return_due: '2026-12-31' })],
    outgoing: [sent('F1'), sent('F2', { ...top, special: true })],
    circulation: [slip('C1')],
    'circulation-entries': [reader('C1'), reader('C1', { reader: 'P2', in_scope: false, approval_no: 'PZ3' })],
    loans: [loan('J1')],
    copies: [copy('K1'), copy('K2', { carrier: 'Z2', consent_no: 'TY1' })],
    carriers: [carrier('Z1'), carrier('Z2', top), destroyed('Z3'), copied('K1'), copied('K2')],
    'carry-outs': [trip('X1', { companion: 'P2' }), trip('X2', { abroad: true, abroad_no: 'CJ1' })],
    'carry-out-items': [taken('X1', 'Z2'), taken('X2', 'Z1')],
    returns: [returned('Q1'), returned('Q2', { state: '待清退', due: '2026-12-31' })],
    destructions: [destruction('H1'), destruction('H2', { method: '自行销毁', device: 'X1' })],
    'destruction-items': [listed('H1', 'Z3'), listed('H2', 'Z3')],
    'device-disposals': [repair('W1')],
    holdings: [holding('R1')],
  },
};

const bad = {
  parameters,
  books: {
    ...people,
    incoming: [
      received('S1', { level: '机密' }), without(received('S-unsigned'), 'signer'), received('S-again', { doc_no: '同号' }), received('S-first', { doc_no: '同号', gap: '补发件' }),
      received('S-post', { channel: '快递' }), received('S-other', { channel: '其他' }), received('S-anyone', top), received('S-late', { return_req: true, return_due: '2026-10-31' }),
    ],
    outgoing: [sent('F-chat', { channel: '即时通信' }), without(sent('F-none'), 'channel'), sent('F-anyone', top), sent('F-short', { spare: 0 })],
    circulation: [slip('C1'), without(slip('C-unknown'), 'known_no'), slip('C-scope'), slip('C-due', { due: '2026-11-23' }), slip('C-long', { started: '2026-10-01' })],
    'circulation-entries': [reader('C1'), reader('C-unknown'), without(reader('C-scope'), 'in_scope'), reader('C-due'), reader('C-long'), reader('C1', { reader: 'P2', in_scope: false })],
    loans: [loan('J-late', { due: '2026-11-20' }), loan('J-stranger', { borrower: 'P9' })],
    copies: [without(copy('K-stamp'), 'stamp'), without(copy('K-serial'), 'serials'), copy('K-top', { carrier: 'Z2' }), copy('K-line', { device: 'D2' })],
    carriers: [
      carrier('Z1'), carrier('Z2', top), destroyed('Z3'), copied('K-stamp'), copied('K-serial'), copied('K-top'), copied('K-line'), destroyed('Z-nowhere'), carrier('Z-lost', { state: '遗失' }),
      carrier('Z-unchecked', { checked_at: '2026-06-01' }), carrier('Z-retired', { keeper: 'P2' }), carrier('Z-drawer', { storage: '个人抽屉' }), carrier('Z-old', { received_at: '2020-01-01' }),
    ],
    'carry-outs': [
      trip('X-after', { approved_at: '2026-09-03' }), trip('X-overdue', { back_at: '2026-09-06 08:00' }), without(trip('X-bare'), 'measures'), trip('X-alone'),
      trip('X-permit', { abroad: true }), trip('X-top', { abroad: true, abroad_no: 'CJ1', companion: 'P2' }),
    ],
    'carry-out-items': [taken('X-alone', 'Z2'), taken('X-permit', 'Z1'), taken('X-top', 'Z2')],
    returns: [returned('Q-short', { returned: 1 }), returned('Q-due', { state: '待清退', due: '2026-11-01' })],
    destructions: [destruction('H1', { receipt_copies: 2 }), destruction('H-before', { approved_at: '2026-03-11' }), destruction('H-own', { method: '自行销毁', device: 'X2' }), destruction('H-count', { receipt_copies: 2 })],
    'destruction-items': [listed('H1', 'Z3'), listed('H1', 'Z1'), listed('H-before', 'Z3'), listed('H-own', 'Z3'), listed('H-count', 'Z3')],
    'device-disposals': [without(repair('W1'), 'supervisor')],
    holdings: [holding('R1', { person: 'P2' })],
  },
};

export const offices: CheckedOffices = {
  good,
  bad,
  failing: {
    'CAR-01': 'S-unsigned', 'CAR-02': 'S-again', 'CAR-03': 'S-post', 'CAR-81': 'F-chat', 'CAR-82': 'S-other', 'CAR-83': 'F-none', 'CAR-04': 'S-anyone', 'CAR-84': 'F-anyone', 'CAR-100': 'F-short',
    'CAR-05': 'C-unknown', 'CAR-86': 'C-scope', 'CAR-06': 'C1/P2', 'CAR-07': 'J-late', 'CAR-87': 'C-due', 'CAR-88': 'C-long', 'CAR-101': 'J-stranger', 'CAR-08': 'K-stamp', 'CAR-89': 'K-serial', 'CAR-09': 'K-top', 'CAR-10': 'K-line',
    'CAR-11': 'X-after', 'CAR-90': 'X-overdue', 'CAR-91': 'X-bare', 'CAR-85': 'X-alone', 'CAR-12': 'X-permit', 'CAR-92': 'X-top', 'CAR-13': 'Q-short', 'CAR-93': 'Q-due', 'CAR-94': 'S-late',
    'CAR-14': 'H-before', 'CAR-15': 'H-own', 'CAR-16': 'H1/Z1', 'CAR-95': 'Z-nowhere', 'CAR-96': 'H-count', 'CAR-22': 'W1', 'CAR-97': 'Z-lost', 'CAR-98': 'Z-unchecked', 'CAR-18': 'Z-retired', 'CAR-99': 'R1', 'CAR-20': 'Z-drawer', 'CAR-21': 'Z-old',
  },
};
