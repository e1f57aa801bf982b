import type { CheckedOffices, SmallOffice } from '../checklist-office.js';
import { but, byOwnRow, faultyRows, type Cells, type Faults } from '../office-rows.js';

const meeting: Cells = {
  no: 'SH-1', level: '机密', time: '2026-06-10 09:00', outside: '外部已签协议', expected: 20, attended: 20, educated: true, plan: '已制定', venue_checked: true, system: 'N1', docs_no: 20, docs_back: 18, docs_taken: 2, after_checked: true,
  approved_at: '2026-06-10',
};
const contract: Cells = {
  no: 'CG-1', level: '秘密', decided_at: '2026-01-05', qualif: '资质有效且种类相符', qualif_at: '2026-01-10', qualif_until: '2026-01-20', agreement: '2026-01-20', contract_at: '2026-01-20', clauses: true, supervised_at: '2026-09-01',
};
const finished: Cells = { ...contract, no: 'CG-2', recovered_at: '2026-10-08', finished_at: '2026-10-10' };
const contact: Cells = { no: 'SW-1', date: '2026-05-06', provided: true, review: 'SC-9', reviewed_at: '2026-05-06', agreement: '不需要', remind: true, after_checked: true };
const slip: Cells = {
  no: 'SC-1', date: '2026-05-06', title: '简讯', form: '公文类', q1: false, q2: false, q5: false, drafted_by: 'S1', reviewed_by: 'S2', approved_by: 'S3', reviewed_at: '2026-05-07', result: '可以公开', published_at: '2026-05-07',
};
const refused: Cells = { ...slip, no: 'SC-2', q1: true, result: '不予公开' };
const rule: Cells = { name: '互联网使用保密规定', topic: '互联网和新技术应用', state: '有效' };
const clerk: Cells = { no: 'S1', name: '某人', dept: 'D1', state: '在职' };

const meetings: Faults = {
  'MTG-01': { expected: null },
  'MTG-81': { level: null, system: null },
  'MTG-02': { outside: '外部未签协议' },
  'MTG-03': { attended: 21 },
  'MTG-04': { docs_back: 17 },
  'MTG-82': { level: '绝密' },
  'MTG-83': { after_checked: false },
  'MTG-84': { approved_at: '2026-06-11' },
};
const contracts: Faults = {
  'MTG-06': { agreement: '2026-01-21' },
  'MTG-85': { level: null },
  // Five months were over yesterday.
  'MTG-87': { supervised_at: '2026-06-23' },
  'MTG-07': { qualif_until: '2026-01-19' },
  'MTG-88': { qualif: '资质不符' },
};
const ended: Faults = { 'MTG-86': { recovered_at: null } };
const contacts: Faults = { 'MTG-09': { reviewed_at: '2026-05-07' }, 'MTG-89': { agreement: '未签' }, 'MTG-90': { remind: null } };
const slips: Faults = { 'INF-02': { reviewed_at: '2026-05-08' }, 'INF-03': { approved_by: 'S1' }, 'INF-04': { q5: null } };
const refusals: Faults = { 'INF-81': {} };
const clerks: Faults = { 'INF-82': { dept: 'D2' } };

const shared: SmallOffice['books'] = {
  networks: [{ no: 'N1', name: '会议系统', nature: '涉密', level: '机密级', state: '在用' }],
  undertakings: [{ person: 'S1', kind: '规定签收', signed: '2026-01-05' }],
};
const parameters = { contractCheckMonths: 5 };
const kept = but(refused, { published_at: null });

export const offices: CheckedOffices = {
  good: {
    books: { ...shared, meetings: [meeting], procurement: [contract, finished], 'foreign-activities': [contact], 'publication-reviews': [slip, kept], rules: [rule], staff: [clerk] },
    parameters,
  },
  bad: {
    books: {
      ...shared,
      meetings: [meeting, ...faultyRows(meeting, 'no', meetings)],
      procurement: [contract, finished, ...faultyRows(contract, 'no', contracts), ...faultyRows(finished, 'no', ended)],
      'foreign-activities': [contact, ...faultyRows(contact, 'no', contacts)],
      'publication-reviews': [slip, kept, ...faultyRows(slip, 'no', slips), ...faultyRows(refused, 'no', refusals)],
      rules: [{ ...rule, state: '废止' }],
      staff: [clerk, ...faultyRows(clerk, 'no', clerks)],
    },
    parameters,
  },
  failing: { ...byOwnRow(meetings, contracts, ended, contacts, slips, refusals, clerks), 'INF-08': '' },
};
