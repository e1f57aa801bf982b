import type { Actor } from '#domain/actor.js';
import type { AssessmentEntry } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import type { Cell } from '#domain/register.js';
import type { Round } from '#domain/round.js';
import type { Supervision } from '#domain/supervision.js';
import type { CheckedOffices } from '../checklist-office.js';

type Cells = Readonly<Record<string, Cell>>;
type Opinion = Supervision['opinions'][number];

const parameters = { groupMeetings: 2, groupUpdateDays: 30, departmentCheckMonths: 3, staffCheckMonths: 3, replyDays: 30 };
const by: Actor = { person: '赵敏', role: 'officer', proof: 'claimed' };
const digest = '0'.repeat(64);

const topics = ['涉密人员', '定密管理', '国家秘密载体', '废旧纸质', '信息系统和信息设备', '要害部门部位', '会议活动', '采购', '信息公开审查', '密码'];
const rule = (topic: string, cites_old = false): Cells => ({ name: `${topic}制度`, topic, state: '有效', cites_old });
const member = (person: string, group_role: string, more: Cells = {}): Cells => ({ person, group_role, since: '2025-02-01', doc_no: '示局发〔2025〕3号', doc_at: '2025-03-03', ...more });
const staff = ['1', '2', '3', '4'].map((no) => ({ no, dept: 'D1', state: '在职' }));

const byId = <R extends { readonly id: string }>(...records: readonly R[]): Record<string, R> => Object.fromEntries(records.map((record) => [record.id, record]));
const idOf = (kind: number, no: number): string => `8000000${kind}-0000-4000-8000-${String(no).padStart(12, '0')}`;

const assessed = (no: number, level: AssessmentEntry['level'], at = '2026-10-20T02:00:00.000Z'): AssessmentEntry => ({ id: idOf(1, no), number: `A-${no}`, at, checklistId: 'own', checklistTitle: '自查', level, subjectKey: 'D1', trigger: 'person', counts: {}, range: null, document: digest });
const round = (state: Round['state']): Round => ({ id: idOf(2, 1), number: 'Z-1', level: 'department', subjects: [], period: { from: '2026-07-01', to: '2026-09-30' }, checklistId: 'own', checklistDigest: digest, deadline: '2026-10-15', handedIn: {}, state, openedBy: by, openedAt: '2026-07-01T01:00:00.000Z' });
const problem = (no: number, more: Partial<Finding> = {}): Finding => ({
  id: idOf(3, no), number: `W-${no}`, fingerprint: digest, itemId: 'PER-04', checklistId: 'personnel', objective: '均签订保密承诺书', statement: '没有签订', basis: [], severity: 'high', subject: { kind: 'unit', key: 'unit', label: '本单位' }, source: 'register',
  state: 'remediating', firstSeenAt: '2026-08-03T01:00:00.000Z', lastSeenAt: '2026-11-20T01:00:00.000Z', recurrences: 0, owner: '李娜', measure: '逐人补签', dueOn: '2026-12-31', evidence: [], events: [], ...more,
});
const opinion = (no: number, more: Partial<Opinion> = {}): Opinion => ({ id: idOf(4, no), originalNumber: String(no), nature: 'by-date', response: 'adopted', findingIds: [idOf(3, 3)], ...more });
const inspected = (no: number, opinions: Opinion[]): Supervision => ({ id: idOf(5, no), number: `D-${no}`, body: '东湖区保密局', kind: 'secrecy', on: '2026-08-03', opinions, state: 'open', by, at: '2026-08-03T09:00:00.000Z' });

export const offices: CheckedOffices = {
  good: {
    parameters,
    books: {
      staff,
      departments: [{ no: 'D1', name: '办公室', checked_at: '2026-05-12' }],
      'leading-group': [member('1', '组长'), member('2', '专职保密员', { trained: true }), member('3', '兼职保密员', { left_at: '2026-06-30', handover_no: 'JJ-1' })],
      'group-meetings': [{ no: 'HY-1', held_at: '2026-03-02 09:00', chief_present: true, decisions: '购置碎纸机', followup: '已购置' }, { no: 'HY-2', held_at: '2026-09-01' }],
      rules: topics.map((topic) => rule(topic)),
      undertakings: [{ person: '1', kind: '保密工作责任书', signed: '2026-01-05', valid_to: '2026-12-31' }, { person: '1', kind: '保密工作责任书', signed: '2025-01-05', valid_to: '2025-12-31', ended_at: '2026-01-05' }],
    },
    records: {
      assessments: byId(assessed(1, 'department'), assessed(2, 'staff')),
      rounds: byId(round('signed-off')),
      findings: byId(problem(1), problem(2, { state: 'closed', recurrences: 1 }), problem(3, { source: 'supervision' })),
      supervisions: byId(inspected(1, [opinion(1), opinion(2, { nature: 'suggestion', response: 'declined', findingIds: [] })])),
    },
  },
  bad: {
    parameters,
    books: {
      staff: staff.map((person) => (person.no === '2' ? { ...person, state: '离职' } : person)),
      departments: [{ no: 'D1', name: '办公室', checked_at: '2025-10-12' }, { no: 'D2', name: '信息中心', checked_at: '2026-05-12' }],
      'leading-group': [member('1', '组长'), member('2', '成员'), member('3', '副组长', { doc_at: '2025-03-04' }), member('4', '兼职保密员', { trained: false })],
      'group-meetings': [{ no: 'HY-1', held_at: '2026-03-02 09:00', chief_present: false, decisions: '购置碎纸机' }],
      rules: topics.slice(1).map((topic) => rule(topic, topic === '采购')),
      undertakings: [{ person: '1', kind: '保密工作责任书', signed: '2025-01-05', valid_to: '2025-12-31' }],
    },
    records: {
      assessments: byId(assessed(1, 'department', '2026-08-20T02:00:00.000Z'), assessed(2, 'unit')),
      rounds: byId(round('open')),
      findings: byId(problem(1, { owner: undefined }), problem(2, { state: 'awaiting-verification', recurrences: 1 }), problem(3, { source: 'supervision', dueOn: '2026-11-23' })),
      supervisions: byId(inspected(1, [opinion(1, { findingIds: [] })]), inspected(2, [opinion(2, { nature: 'suggestion', response: undefined, findingIds: [] })])),
    },
  },
  failing: {
    'ORG-80': '', 'ORG-81': '', 'ORG-82': 'HY-1', 'ORG-03': '2/成员', 'ORG-08': '3/副组长', 'ORG-13': '4/兼职保密员',
    'ORG-06': '', 'ORG-07': '采购制度', 'ORG-09': '1/保密工作责任书/2025-01-05', 'ORG-10': 'D1',
    'SUP-01': '', 'SUP-80': '', 'SUP-82': '', 'SUP-81': '', 'SUP-07': '', 'SUP-03': '', 'SUP-04': '', 'SUP-06': '',
  },
};
