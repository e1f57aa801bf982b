import type { CheckedOffices, SmallOffice } from '../checklist-office.js';
import { byOwnRow, faultyRows, type Cells, type Faults } from '../office-rows.js';

const person = (no: string): Cells => ({ no, name: '某人', dept: 'D1', post: '系统管理', level: '重要', state: '在岗' });
const system: Cells = {
  no: 'N1', name: '公务网', nature: '涉密', kind: '涉密信息系统', level: '机密级', ops_admin: 'S1', sec_admin: 'S2', audit_admin: 'S3', nodes: 0, builder: '某集成单位', contract: 'CG-1',
  tested_at: '2024-01-10', assess: '通过', licensed_at: '2024-02-10', put_in_use: '2024-03-01', changed_at: '2025-01-05', risk_at: '2025-02-01', state: '在用',
};
const retired: Cells = { ...system, no: 'N2', state: '停用', retired_at: '2026-01-05', retire_record: 'CL-1', retire_filed: '2026-01-20' };
const terminal: Cells = { no: 'C1', type: '台式机', level: '机密级', dept: 'D1', network: 'N1', net: '涉密网', state: '在用' };
const leaver: Cells = { no: 'LG-1', person: 'S7', kind: '退休', leave_at: '2026-05-31', account_closed: '2026-05-30' };

const systems: Faults = {
  'NET-81': { nature: '未认定' },
  'NET-83': { nodes: 1 },
  'NET-84': { nodes: 5 },
  'NET-01': { level: '秘密级', nodes: 1 },
  'NET-02': { put_in_use: '2024-02-01' },
  // Two years were over yesterday.
  'NET-03': { risk_at: '2024-11-23', changed_at: null },
  'NET-04': { changed_at: '2025-06-01' },
  'NET-17': { state: '停用', retired_at: '2026-01-05', retire_record: 'CL-2' },
  'NET-05': { sec_admin: 'S1' },
  'NET-06': { audit_admin: 'S9' },
  'NET-14': { contract: 'CG-2' },
};
const terminals: Faults = { 'NET-82': { network: 'NET-81' } };
const leavers: Faults = { 'NET-16': { account_closed: '2026-06-01' } };

const shared: SmallOffice['books'] = {
  personnel: ['S1', 'S2', 'S3'].map(person),
  // An agreement alone is not enough: the qualification of CG-2 ran out.
  procurement: [
    { no: 'CG-1', qualif_at: '2023-10-08', qualif_until: '2027-12-31', agreement: '2023-10-20' },
    { no: 'CG-2', qualif_at: '2023-10-08', qualif_until: '2026-11-23', agreement: '2023-10-20' },
  ],
};
const good: SmallOffice = {
  books: { ...shared, networks: [{ ...system, nodes: 1 }, retired], 'classified-computers': [terminal], departures: [leaver] },
  parameters: {},
};
const bad: SmallOffice = {
  books: {
    ...shared,
    networks: [{ ...system, nodes: 1 }, ...faultyRows(system, 'no', systems)],
    'classified-computers': [terminal, { ...terminal, no: 'C2', network: 'NET-01' }, ...faultyRows(terminal, 'no', terminals)],
    computers: [{ no: 'PC-1', type: '台式机', dept: 'D1', net: '非涉密内网', network: 'NET-83', state: '在用' }],
    departures: faultyRows(leaver, 'no', leavers),
  },
  parameters: {},
};

export const offices: CheckedOffices = { good, bad, failing: byOwnRow(systems, terminals, leavers) };
