import type { Cell } from '#domain/register.js';
import type { CheckedOffices } from '../checklist-office.js';

type Cells = Readonly<Record<string, Cell>>;

const parameters = {
  reviewMonths: { 核心: 36, 重要: 36, 一般: 36 }, trainingHours: { 核心: 4, 重要: 4, 一般: 4 }, declassificationMonths: { 核心: 12, 重要: 12, 一般: 12 },
  talkMonths: 6, keyCheckMonths: 6, revisitMonths: 6, matterDays: 30, returnVisitDays: 30, passportBackDays: 10,
};

const inPost = (no: string, more: Cells = {}): Cells => ({
  no, dept: 'D1', post: '文书', post_no: 'G1', post_level: '一般', level: '一般', since: '2020-03-01', employment: '在编', vetting_at: '2020-02-01', vetting_result: '合格', review_due: '2027-03-01',
  trained_before_post: true, undertaking_at: '2026-01-05', checked_at: '2026-06-01', passport_state: '未办理', key_person: false, state: '在岗', ...more,
});
const key = { key_person: true, key_reason: '保管载体集中', talk_at: '2026-08-01' };
const left = (no: string, more: Cells = {}): Cells => ({
  no, dept: 'D1', level: '一般', employment: '在编', state: '离岗脱密期', leave_at: '2026-06-30', leave_kind: '调离', leave_talk_at: '2026-06-25', leave_pledge_at: '2026-06-25', handed_back_at: '2026-06-28', access_removed_at: '2026-06-30',
  decl_start: '2026-06-30', decl_end: '2027-06-30', revisit_at: '2026-10-01', ...more,
});
const resigned = (no: string, decl_end: string): Cells => ({ no, level: '一般', employment: '在编', state: '脱密期满', leave_kind: '辞职', leave_at: '2026-01-31', decl_start: '2025-01-31', decl_end });
const departure = (no: string, more: Cells = {}): Cells => ({ no: `LG-${no}`, person: no, kind: '调动', leave_at: '2026-06-30', account_closed: '2026-06-30', period_from: '2026-06-30', period_to: '2027-06-30', ...more });
const journey = (no: string, more: Cells = {}): Cells => ({ no, person: '1', kind: '因私', from: '2026-05-03', op_sec: '同意', op_hr: '同意', approved_at: '2026-04-20', talk_at: '2026-04-28', back_at: '2026-05-12', visit_at: '2026-06-11', ...more });
const passport = (no: string, more: Cells = {}): Cells => ({ no, person: '1', doc_kind: '普通护照', handed_in: '2020-03-02', out_at: '2026-05-01', approval_no: 'CJ-1', due_back: '2026-05-22', back_at: '2026-05-22', ...more });

/** The books that say of everybody: on the roster, pledged, trained this year, appraised last year. */
function booksAbout(people: readonly Cells[], missing: { readonly roster?: string; readonly pledge?: string; readonly training?: string; readonly appraisal?: string; readonly conclusion?: string } = {}): Record<string, Cells[]> {
  const nos = people.map((person) => String(person['no']));
  const but = (gone: string | undefined): string[] => nos.filter((no) => no !== gone);
  return {
    personnel: [...people],
    staff: but(missing.roster).map((no) => ({ no, state: '在职' })),
    undertakings: but(missing.pledge).map((person) => ({ person, kind: '在岗保密承诺书', signed: '2026-01-05' })),
    trainings: [{ no: 'PX-1', date: '2026-03-05 09:00', topic: '保密教育' }],
    attendance: but(missing.training).map((person) => ({ training: 'PX-1', person, result: '参加', hours: 4 })),
    appraisals: [...but(missing.appraisal).map((person) => ({ year: '2025', person, conclusion: '合格' })), ...(missing.conclusion === undefined ? [] : [{ year: '2026', person: missing.conclusion, conclusion: '未考核' }])],
  };
}

const gone = ['11', '12', '98', '99', '85', '13', '86', '14'];

export const offices: CheckedOffices = {
  good: {
    parameters,
    books: {
      ...booksAbout([inPost('1', { ...key, passport_state: '已集中保管' }), inPost('2', { employment: '借调', level_changed_at: '2025-12-01' }), left('7'), resigned('8', '2026-01-31')]),
      posts: [{ no: 'G1', level: '一般', approved_by: '领导小组', approved_at: '2025-01-10', state: '在设' }, { no: 'G2', level: '重要', state: '撤销' }],
      exits: [journey('CJ-1'), journey('CJ-2', { from: '2027-01-20', op_sec: '', approved_at: '' })].map(filledIn),
      passports: [passport('ZJ-1')],
      departures: [departure('7'), departure('9', { kind: '擅自离职', reported_at: '2026-07-01', period_to: '2026-11-01' })],
      'departure-visits': [{ departure: 'LG-7', visited_at: '2026-10-01', job_ok: true, exit_ok: true }],
      'major-matters': [{ no: 'ZD-1', person: '1', matter: '其他', reported: '2026-03-01', received_by: '2', opinion: '已登记' }, { no: 'ZD-2', person: '2', matter: '其他', reported: '2026-11-20' }],
      carriers: [{ no: 'ZT-1', keeper: '7', state: '已清退' }],
      computers: [{ no: 'PC-1', keeper: '7', state: '已销毁' }],
    },
  },
  bad: {
    parameters,
    books: {
      ...booksAbout([
        inPost('1', { post_level: '重要' }), inPost('2', { vetting_at: '2020-03-02' }), inPost('3', { review_due: '2026-11-23' }), inPost('83', { review_due: '2029-11-25' }), inPost('19', { employment: '' }), inPost('82'), inPost('88', { post_no: 'G9' }),
        inPost('4', { undertaking_at: '' }), inPost('84', { level_changed_at: '2026-02-01' }), inPost('102'), inPost('5', { trained_before_post: false }), inPost('6'), inPost('17', { checked_at: '2025-10-01' }), inPost('87', { key_reason: '', key_person: true, talk_at: '2026-08-01' }),
        inPost('18', { ...key, talk_at: '2026-05-01' }), inPost('103', { ...key, checked_at: '2026-05-01' }), inPost('100'), inPost('81', { passport_state: '未交存' }), inPost('92', { passport_state: '已集中保管' }),
        left('11', { leave_talk_at: '2026-07-01' }), left('93'), left('12', { handed_back_at: '' }), left('98'), left('99'), left('85'), left('13', { decl_end: '' }), left('86', { decl_end: '2026-12-31' }), left('14', { revisit_at: '2026-05-01' }), resigned('15', '2026-02-01'),
      ].map(filledIn), { roster: '82', pledge: '102', training: '6', appraisal: '100', conclusion: '1' }),
      posts: [{ no: 'G1', level: '一般', approved_by: '领导小组', approved_at: '2025-01-10' }, { no: 'G2', level: '一般' }],
      exits: [journey('CJ-1'), journey('CJ-8', { op_hr: '' }), journey('CJ-9', { talk_at: '2026-05-04' }), journey('CJ-90', { visit_at: '2026-06-12' })].map(filledIn),
      passports: [passport('ZJ-10', { approval_no: '' }), passport('ZJ-91', { back_at: '2026-05-23' })].map(filledIn),
      departures: [...gone.map((no) => departure(no)), departure('94', { account_closed: '2026-07-01' }), departure('95', { leave_at: '2026-05-20', account_closed: '2026-05-20', period_from: '2026-05-20' }), { no: 'LG-97', person: '97', kind: '擅自离职' }],
      'departure-visits': [{ departure: 'LG-11', visited_at: '2026-10-01', job_ok: false, exit_ok: true }],
      'major-matters': [{ no: 'ZD-1', person: '1', matter: '其他', reported: '2026-03-01', received_by: '2' }],
      carriers: [{ no: 'ZT-1', keeper: '98', state: '在用' }],
      media: [{ no: 'JZ-1', keeper: '99', state: '停用' }],
      computers: [{ no: 'PC-1', keeper: '85', state: '在用' }],
    },
  },
  failing: {
    'PER-01': '1', 'PER-88': '88', 'PER-89': 'G2', 'PER-02': '2', 'PER-03': '3', 'PER-83': '83', 'PER-19': '19', 'PER-82': '82',
    'PER-04': '4', 'PER-84': '84', 'PER-102': '102', 'PER-05': '5', 'PER-06': '6',
    'PER-17': '17', 'PER-87': '87', 'PER-18': '18', 'PER-103': '103', 'PER-100': '100', 'PER-101': '2026/1', 'PER-21': 'ZD-1',
    'PER-08': 'CJ-8', 'PER-09': 'CJ-9', 'PER-90': 'CJ-90', 'PER-10': 'ZJ-10', 'PER-91': 'ZJ-91', 'PER-81': '81', 'PER-92': '92',
    'PER-11': '11', 'PER-93': '93', 'PER-12': '12', 'PER-94': 'LG-94', 'PER-98': '98', 'PER-99': '99', 'PER-85': '85', 'PER-13': '13', 'PER-86': '86',
    'PER-14': '14', 'PER-95': 'LG-95', 'PER-96': 'LG-11/2026-10-01', 'PER-15': '15', 'PER-97': 'LG-97',
  },
};

// '' stands for a cell that was left blank.
function filledIn(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));
}
