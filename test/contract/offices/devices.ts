import type { CheckedOffices, SmallOffice } from '../checklist-office.js';
import { byOwnRow, faultyRows, type Cells, type Faults } from '../office-rows.js';

const stock = '2026-10-01';
// Three months were over yesterday.
const stale = '2026-08-23';
const day = '2026-05-06';

const secret: Cells = {
  no: 'C1', type: '台式机', serial: 'X1', level: '机密级', dept: 'D1', keeper: 'S1', place: 'A-01', disk_serial: 'Y1', net: '单机', three_in_one: '已安装', host_audit: '已安装', login: 'USBKey加口令',
  wireless_removed: true, camera_mic: true, label: true, put_in_use: '2024-03-01', approval_no: 'SP-1', state: '在用', checked_at: stock,
};
const plain: Cells = {
  no: 'PC1', type: '台式机', serial: 'X2', dept: 'D1', keeper: 'S1', net: '非涉密内网', disk_serial: 'Y2', mac: '02:00:00:00:00:01', os_installed: '2025-01-01', last_check: stock, last_result: '未发现问题', state: '在用',
};
const medium: Cells = { no: 'M1', type: 'U盘', serial: 'Z1', level: '秘密级', keeper: 'S1', place: 'A-01', issued_at: '2025-01-01', label: true, checked_at: stock, state: '在用' };
const use: Cells = { medium: 'M1', at: day, user: 'S1', approver: 'S2', device: 'C1' };
const printer: Cells = {
  no: 'O1', name: '打印机', level: '秘密级', keeper: 'S1', place: 'A-01', connected_secret: 'C1', storage: true, storage_serial: 'W1', net_phone: '否', label: true, checked_at: stock, state: '在用',
};
const repair: Cells = { computer: 'C1', at: day, by_outsider: true, away: true, agreement: true, supervisor: 'S1', storage_removed: true, approval: 'G3' };
const upkeep: Cells = { device: 'O1', at: day, by_outsider: true, supervisor: 'S1' };
const sentAway: Cells = { no: 'G3', action: '维修', device: 'C1', level: '机密级', where: '送定点单位', storage_removed: true, approved_at: '2026-05-01', done_at: day, accepted: true };
const destroyed: Cells = { no: 'G0', action: '销毁', device: 'C0', level: '机密级', storage_removed: true, approved_at: '2026-05-01', done_at: day, dispose: '送销毁工作机构', proof: 'P-1' };
const check: Cells = { device: 'PC1', checked_at: '2026-05-06 10:00', problem_count: 1, opinion: '限期整改' };
const gone: SmallOffice['books'] = {
  'classified-computers': [{ no: 'C0', type: '台式机', level: '机密级', dept: 'D1', state: '已销毁', disposal_proof: 'P-1' }],
  media: [{ no: 'M0', type: 'U盘', level: '秘密级', state: '已销毁', destroyed_at: day, disposal_proof: 'P-2' }],
  'office-devices': [{ no: 'O0', name: '复印机', level: '秘密级', storage: true, state: '已销毁', disposal_proof: 'P-3' }],
  'device-disposals': [destroyed, { ...destroyed, no: 'G2', device: 'M0' }, sentAway],
};

const secrets: Faults = {
  'DEV-81': { approval_no: null },
  'DEV-82': { keeper: 'S2' },
  'DEV-83': { label: false },
  'DEV-84': { net: '互联网' },
  'DEV-85': { three_in_one: '已卸载' },
  'DEV-86': { camera_mic: null },
  'DEV-87': { login: '无口令' },
  'DEV-88': { checked_at: stale },
  'DEV-89': { state: '遗失' },
  'DEV-112': { state: '停用' },
};
const plains: Faults = { 'DEV-90': { mac: null }, 'DEV-91': { keeper: 'S9' }, 'DEV-92': { net: '涉密网' }, 'TER-19': { last_result: '不完整' } };
const media: Faults = {
  'DEV-93': { place: null },
  'DEV-94': { label: null },
  'DEV-95': { keeper: 'S2' },
  'DEV-96': { checked_at: stale },
  'DEV-99': { state: '遗失' },
  'DEV-113': { state: '已销毁', destroyed_at: day, disposal_proof: 'P-9' },
};
const uses: Faults = { 'DEV-97': { approver: null }, 'DEV-98': { device: 'PC1' } };
const printers: Faults = {
  'TER-16': { connected_plain: 'PC1' },
  'DEV-101': { connected_secret: null, connected_plain: 'PC1' },
  'DEV-102': { net_phone: '普通电话线' },
  'DEV-103': { storage_serial: null },
  'DEV-104': { keeper: 'S9' },
  'DEV-105': { checked_at: stale },
  'DEV-114': { state: '已销毁' },
};
const repairs: Faults = { 'DEV-106': { supervisor: null }, 'DEV-107': { storage_removed: null }, 'DEV-108': { approval: 'G2' } };
const upkeeps: Faults = { 'DEV-109': { supervisor: null } };
const disposals: Faults = { 'DEV-110': { approved_at: '2026-05-07' }, 'TER-18': { dispose: '去向不明' } };
const sent: Faults = { 'DEV-111': { accepted: false } };
const checks: Faults = { 'DEV-115': { opinion: null } };

const shared: SmallOffice['books'] = {
  staff: ['S1', 'S2'].map((no) => ({ no, name: '某人', dept: 'D1', state: '在职' })),
  personnel: [{ no: 'S1', name: '某人', dept: 'D1', post: '文书', level: '一般', state: '在岗' }],
};
const parameters = { stocktakeMonths: 3, ledgerCheckMonths: 3 };
const goodRows: SmallOffice['books'] = {
  'classified-computers': [secret, ...(gone['classified-computers'] ?? [])],
  computers: [plain],
  media: [medium, ...(gone['media'] ?? [])],
  'media-uses': [use],
  'office-devices': [printer, ...(gone['office-devices'] ?? [])],
  'computer-repairs': [repair],
  'device-maintenance': [upkeep],
  'device-disposals': gone['device-disposals'] ?? [],
  'computer-checks': [check],
};
const faults: SmallOffice['books'] = {
  'classified-computers': faultyRows(secret, 'no', secrets),
  computers: faultyRows(plain, 'no', plains),
  media: faultyRows(medium, 'no', media),
  'media-uses': faultyRows(use, 'user', uses),
  'office-devices': faultyRows(printer, 'no', printers),
  'computer-repairs': faultyRows(repair, 'computer', repairs),
  'device-maintenance': faultyRows(upkeep, 'device', upkeeps),
  'device-disposals': [...faultyRows(destroyed, 'no', disposals), ...faultyRows(sentAway, 'no', sent)],
  'computer-checks': faultyRows(check, 'device', checks),
};
const both = Object.entries(goodRows).map(([book, rows]) => [book, [...rows, ...(faults[book] ?? [])]] as const);

const machine = (agrees: boolean): NonNullable<CheckedOffices['facts']>['good'] => ({ ledgerAgreement: { status: 'observed', value: { found: true, diskAgrees: agrees, adapterAgrees: true, installedAgrees: true }, sources: [], readAt: '2026-11-24T01:00:00.000Z' } });

export const offices: CheckedOffices = {
  facts: { good: machine(true), bad: machine(false) },
  good: { books: { ...shared, ...goodRows }, parameters },
  bad: { books: { ...shared, ...Object.fromEntries(both) }, parameters },
  failing: {
    ...byOwnRow(secrets, plains, media, printers, disposals, sent),
    ...Object.fromEntries(Object.keys(uses).map((item) => [item, `M1/${day}/${item}`])),
    ...Object.fromEntries([...Object.keys(repairs), ...Object.keys(upkeeps)].map((item) => [item, `${item}/${day}`])),
    'DEV-115': 'DEV-115/2026-05-06 10:00',
  },
};
