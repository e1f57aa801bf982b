import type { CheckedOffices, SmallOffice } from '../checklist-office.js';
import { byOwnRow, faultyRows, type Cells, type Faults } from '../office-rows.js';

const place: Cells = {
  code: 'A-01', kind: '机要室', dept: 'D1', head: 'S1', determined_at: '2024-01-05', confirmed_at: '2024-02-05', door: '有', window: '无窗', cctv: '有', cctv_days: 90, alarm: '有', access: '门禁系统', locker: '有', jammer: '不需要',
  fire: '有', entry_log: true, rule: true, letter_at: '2026-01-05', staff_total: 2, staff_classified: 2, checked_at: '2025-11-24', tested_at: '2026-08-24', tested_well: true,
};
const moved: Cells = { ...place, code: 'A-02', changed_at: '2024-01-05', fire: '待建', problem_no: 'W-2026-0001' };
const department: Cells = { dept: 'D1', head: 'S1', determined_at: '2024-01-05', filed: '2024-02-05' };
const entry: Cells = { no: 'JC-1', place: 'A-01', in_at: '2026-05-06 09:00', visitor_kind: '外来运维人员', reason: '维护', approver: 'S1', escort: 'S1', phone_kept: true, out_at: '2026-05-06 10:00' };
// Older than a year: no longer asked about.
const longAgo: Cells = { no: 'JC-0', place: 'A-01', in_at: '2025-11-23 09:00' };
const cabinet: Cells = { no: 'SB-1', name: '密码文件柜', keeper: 'S1', works: true, state: '在用' };
const carrier: Cells = { no: 'Z-1', place: '301', state: '在用' };

const places: Faults = {
  'PLC-01': { confirmed_at: null },
  'PLC-14': { changed_at: '2024-01-06' },
  'PLC-82': { letter_at: null },
  'PLC-84': { checked_at: '2025-11-23' },
  'PLC-03': { staff_classified: 1 },
  'PLC-81': { head: 'S2' },
  'PLC-04': { alarm: '待建', problem_no: 'W-2026-0002' },
  'PLC-89': { fire: '无' },
  'PLC-83': { tested_well: false },
  'PLC-18': { cctv_days: 89 },
  'PLC-85': { head: 'S1' },
};
const departments: Faults = { 'PLC-88': { filed: null }, 'PLC-87': { head: 'S1' }, 'PLC-92': { head: 'S2' } };
const entries: Faults = { 'PLC-06': { escort: null }, 'PLC-91': { phone_kept: false } };
const equipment: Faults = { 'PLC-90': { works: null } };
// Three in one room: the first of those still there stands for it.
const crowded: readonly Cells[] = [{ no: 'A-0', place: '302', state: '已销毁' }, ...['PLC-86', 'Z-2', 'Z-3'].map((no) => ({ ...carrier, no, place: '302' }))];

const people: SmallOffice['books'] = {
  staff: [...['S1', 'S2'].map((no) => ({ no, name: '某人', dept: 'D1', state: '在职' })), { no: 'S3', name: '某人', dept: 'PLC-87', state: '在职' }],
  personnel: [{ no: 'S1', name: '某人', dept: 'D1', post: '文书', level: '重要', state: '在岗' }],
};
const wholly: SmallOffice['books'] = { ...people, staff: (people['staff'] ?? []).filter(({ no }) => no === 'S1') };
const parameters = { placeCheckMonths: 3, recordingDays: 90, roomCarriers: 3 };

export const offices: CheckedOffices = {
  good: {
    books: { ...wholly, places: [place, moved], 'key-departments': [department], 'entry-log': [entry, longAgo], 'protection-equipment': [cabinet], carriers: [carrier, { ...carrier, no: 'Z-0', place: 'A-01' }] },
    parameters,
  },
  bad: {
    books: {
      ...people,
      places: [place, moved, ...faultyRows(place, 'code', places)],
      'key-departments': faultyRows(department, 'dept', departments),
      'entry-log': [entry, longAgo, ...faultyRows(entry, 'no', entries)],
      'protection-equipment': [cabinet, ...faultyRows(cabinet, 'no', equipment)],
      carriers: [carrier, { ...carrier, no: 'Z-4' }, { no: 'Z-5', place: '301', state: '已销毁' }, ...crowded],
      computers: [{ no: 'PC-1', type: '台式机', dept: 'D1', place: 'PLC-85', net: '互联网', state: '在用' }],
    },
    parameters,
  },
  failing: { ...byOwnRow(places, departments, entries, equipment), 'PLC-86': 'PLC-86' },
};
