import type { CheckedOffices } from '../checklist-office.js';
import { without, type Cells } from '../row-cells.js';

const officer = (no: string, over: Cells = {}): Cells => ({ no, person: 'P1', kind: '指定定密责任人', power: ['机密级', '秘密级'], scope: '本单位业务', designated: 'ZD1', designated_at: '2025-01-01', term_from: '2025-01-01', trained: '2025-03-01', state: '在任', ...over });
const head = officer('O1', { person: 'P0', kind: '法定定密责任人' });
const decision = (no: string, over: Cells = {}): Cells => ({ no, action: '确定', kind: '原始定密', basis: '示例范围第三项', level: '秘密', term: '10年', term_years: 10, scope: '经办人', drafter: 'P1', op_drafter: '拟定秘密', draft_at: '2026-03-01', decided_by: 'P1', decided_at: '2026-03-02', issued_at: '2026-03-03', marked: true, ...over });
const derived = (no: string, over: Cells = {}): Cells => ({ ...without(decision(no), 'basis'), kind: '派生定密', original: 'S1', ...over });
const reported = (no: string, action: '报请上级' | '不明确', over: Cells = {}): Cells => ({ no, action, draft_at: '2026-03-02', protected: true, reported_at: '2026-03-02', ...over });
const review = (no: string, over: Cells = {}): Cells => ({ no, decision: 'D-last-year', result: '延长保密期限', term_end: '2026-08-01', decided_at: '2026-07-01', notified_at: '2026-07-02', ...over });
const item = (no: string, over: Cells = {}): Cells => ({ no, filed_at: '2025-06-01', scope_revised_at: '2025-05-01', reviewed_at: '2026-06-01', ...over });
const sent = (no: string, over: Cells = {}): Cells => ({ no, sent: '2026-03-03', level: '秘密', decision: 'D-derived', ...over });
const workSecret = (no: string, over: Cells = {}): Cells => ({ no, dept: 'B1', scope: '经办人', mark: '工作秘密标识', measures: '专柜存放', reviewed_at: '2026-06-01', ...over });
const waste = (no: string, over: Cells = {}): Cells => ({ no, date: '2026-06-01', kind: '工作秘密资料', dispose: '单位碎纸机粉碎', dispose_at: '2026-06-01', ...over });
const carrier = (no: string, over: Cells = {}): Cells => ({ no, level: '秘密', state: '在用', term_end: '2030-01-01', ...over });

const staff = [
  { no: 'P0', state: '在职', secrecy_duty: '主要负责人' },
  { no: 'P1', state: '在职', secrecy_duty: '分管负责人' },
  { no: 'P2', state: '退休' },
];
const incoming = [{ no: 'S1', level: '秘密' }];
const lastYear = { draft_at: '2025-03-01', decided_at: '2025-03-02', issued_at: '2025-03-03' };

const good = {
  parameters: {},
  books: {
    staff, incoming,
    'classification-officers': [head, officer('O2')],
    'classification-decisions': [
      decision('D-last-year', { ...lastYear, due: '2035-03-02' }), derived('D-derived'), decision('D-changed', { action: '变更', notified_at: '2026-03-03' }), decision('D-lifted', { action: '解除', notified_at: '2026-03-03' }),
      reported('D-up', '报请上级'), reported('D-unclear', '不明确', { reported_at: '2026-03-14', report_workdays: 9 }), reported('D-soon', '不明确', { reported_at: '2026-03-11' }), without(reported('D-new', '不明确', { draft_at: '2026-11-20' }), 'reported_at'),
    ],
    'declassification-reviews': [review('R1')],
    'secret-items': [item('I1')],
    outgoing: [sent('F1', { forwarded: true })],
    carriers: [carrier('Z1')],
    'work-secrets': [workSecret('G1')],
    'waste-paper': [waste('J1')],
  },
};

const bad = {
  parameters: {},
  books: {
    staff, incoming,
    'classification-officers': [officer('O2'), officer('O-deputy', { kind: '法定定密责任人' }), without(officer('O-unwritten'), 'designated'), officer('O-retired', { person: 'P2' }), without(officer('O-untrained'), 'trained')],
    'classification-decisions': [
      derived('D-derived'), decision('D-original'), decision('D-above', { level: '绝密' }), reported('D-open', '报请上级', { protected: false }), reported('D-slow', '报请上级', { reported_at: '2026-03-09' }),
      derived('D-nobody', { decided_by: 'P2', decided_at: '2024-12-31', issued_at: '2025-01-05', ended_at: '2026-01-01' }), without(decision('D-silent'), 'op_drafter'), decision('D-issued', { issued_at: '2026-03-01' }),
      decision('D-vague', { basis: '有关规定' }), without(decision('D-scope'), 'scope'), decision('D-long', { term_years: 15 }), derived('D-other', { level: '机密' }), reported('D-late', '不明确', { reported_at: '2026-04-20', report_workdays: 34 }),
      decision('D-unmarked', { marked: false }), decision('D-unreviewed', lastYear), decision('D-due', { due: '2026-11-23' }), decision('D-changed', { action: '变更' }), decision('D-lifted', { action: '解除' }),
    ],
    'declassification-reviews': [review('R-late', { decided_at: '2026-08-02' }), without(review('R-silent'), 'notified_at')],
    'secret-items': [item('I-revised', { scope_revised_at: '2025-07-01' }), item('I-old', { reviewed_at: '2025-06-01' })],
    outgoing: [without(sent('F-none'), 'decision'), sent('F-forwarded', { forwarded: true, decision: 'D-original' })],
    carriers: [carrier('Z-over', { term_end: '2026-01-01' })],
    'work-secrets': [without(workSecret('G-scope'), 'scope'), workSecret('G-mark', { mark: '国家秘密标识' }), without(workSecret('G-bare'), 'measures'), workSecret('G-old', { reviewed_at: '2025-01-01' })],
    'waste-paper': [waste('J-left', { dispose: '未处置' })],
  },
};

export const offices: CheckedOffices = {
  good,
  bad,
  failing: {
    'CLS-81': '', 'CLS-01': 'O-deputy', 'CLS-80': 'O-unwritten', 'CLS-96': 'O-retired', 'CLS-02': 'O-untrained', 'CLS-03': 'D-above', 'CLS-04': 'D-open', 'CLS-83': 'D-slow', 'CLS-05': 'I-revised', 'CLS-85': 'I-old',
    'CLS-06': 'D-nobody', 'CLS-87': 'D-silent', 'CLS-86': 'D-issued', 'CLS-07': 'D-vague', 'CLS-08': 'D-scope', 'CLS-09': 'D-long', 'CLS-10': 'D-other', 'CLS-18': 'D-late', 'CLS-89': 'D-unmarked',
    'CLS-15': 'D-unreviewed', 'CLS-90': 'D-due', 'CLS-91': 'Z-over', 'CLS-16': 'R-late', 'CLS-17': 'D-changed', 'CLS-92': 'D-lifted', 'CLS-93': 'R-silent', 'CLS-22': 'F-none', 'CLS-95': 'F-forwarded',
    'WKS-01': 'G-scope', 'WKS-80': 'G-mark', 'WKS-81': 'G-bare', 'WKS-82': 'G-old', 'WKS-05': 'J-left',
  },
};
