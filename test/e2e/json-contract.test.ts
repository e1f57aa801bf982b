import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundedDesk, newDesk, readJson, root, year, type Desk, type Outcome } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const folder = join(root, 'docs/schemas');
const validators = new Map<string, ValidateFunction>();
const seen = new Set<string>();

function problemsOf(name: string, value: unknown): unknown {
  const validate = validators.get(name) ?? ajv.compile(readJson(join(folder, `${name}.schema.json`)));
  validators.set(name, validate);
  seen.add(name);
  return validate(value) ? [] : validate.errors?.slice(0, 3);
}

let desk: Desk;

beforeAll(() => {
  desk = foundedDesk();
  writeFileSync(join(desk.home, 'departments.csv'), '部门编号,部门名称\nD01,办公室\n');
  writeFileSync(join(desk.home, 'rules.yaml'), 'parameters:\n  - { id: talkMonths, value: 6, source: 管理办法, approvedBy: 王某 }\n');
  writeFileSync(join(desk.home, 'answers.json'), JSON.stringify({ unit: '西湖区示例局' }));
  writeFileSync(join(desk.home, 'annex.csv'), '序号,类别,自查内容,分值,评分方法,简称\n6,二、某类,示例内容应当落实,2,未落实的，扣1分,示例简称\n');
  writeFileSync(join(desk.home, 'facts.json'), '{}');
  writeFileSync(join(desk.home, 'own.yaml'), 'register: computers\nhide: [note]\nadd:\n  - { key: x_room, title: { zh: 房间, en: Room }, type: string }\n');
  writeFileSync(join(desk.home, '分工.txt'), '领导小组分工\n');
  writeFileSync(join(desk.home, '通知.txt'), '机密★5年\n');
  writeFileSync(join(desk.home, 'opinions.csv'), '意见编号,性质,意见内容,整改期限\n1,限期整改,没有按月检查,2199-12-01\n2,工作建议,建议更新制度,\n');
  writeFileSync(join(desk.home, 'found.csv'), '问题编号,问题表现,风险等级,责任部门,责任人\n,窗口电脑没有标识,低,办公室,张某\n');
  writeFileSync(join(desk.home, 'wrong.csv'), '部门编号,部门名称,责任书有效期至\nD05,档案室,明年\n');
});

// From a problem to its papers.
const followUp: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['inspection-add', 'inspection', 'add', '--kind', 'unit', '--month', `${year}-01`, '--department', '办公室', '--scope', '载体、废纸'],
  ['inspection-add', 'inspection', 'add', '--kind', 'special', '--month', `${year}-12`, '--department', '办公室', '--scope', '信息设备'],
  ['inspection-record', 'inspection', 'record', `JC-${year}-0001`, '--on', `${year}-01-02`, '--team', '张某、李某', '--method', 'on-site', '--opinion', '限期整改', '--deadline', `${year}-12-31`, '--problem', '纸袋未封口'],
  ['inspection-cancel', 'inspection', 'cancel', `JC-${year}-0002`, '--reason', '机构调整'],
  ['inspection-show', 'inspection', 'show', `JC-${year}-0001`],
  ['inspection-plan', 'inspection', 'plan'],
  ['supervision-add', 'supervision', 'add', '--body', '市国家保密局', '--kind', 'secrecy', '--on', `${year}-01-02`, '--report-due', `${year}-12-30`],
  ['supervision-sheet', 'supervision', 'sheet', `DC-${year}-0001`, 'opinions.xlsx'],
  ['supervision-import', 'supervision', 'import', `DC-${year}-0001`, 'opinions.csv'],
  ['supervision-opinion', 'supervision', 'opinion', `DC-${year}-0001`, '--number', '3', '--nature', 'suggestion', '--text', '建议增加培训'],
  ['supervision-respond', 'supervision', 'respond', `DC-${year}-0001`, '1', '--response', 'adopted', '--by', '李某'],
  ['supervision-respond', 'supervision', 'respond', `DC-${year}-0001`, '3', '--response', 'declined', '--reason', '学时已达标', '--by', '李某'],
  ['supervision-same-kind', 'supervision', 'same-kind', `DC-${year}-0001`, '1', '--scope', '全部门', '--problem', '信息中心也没有', '--by', '李某'],
  ['supervision-score', 'supervision', 'score', `DC-${year}-0001`, '--points', '91.5', '--out-of', '100'],
  ['supervision-show', 'supervision', 'show', `DC-${year}-0001`],
  ['supervision-list', 'supervision', 'list'],
  ['supervision-add', 'supervision', 'add', '--body', '市机要局', '--kind', 'cryptography', '--on', `${year}-01-02`],
  ['supervision-close', 'supervision', 'close', `DC-${year}-0002`, '--by', '李某'],
  ['leak-open', 'leak', 'open', '--found-at', `${year}-01-02 09:30`],
  ['report-leak-form', 'report', 'leak-form', '--event', `XM-${year}-0001`, '--output', 'leak.pdf'],
  ['leak-report', 'leak', 'report', `XM-${year}-0001`, '--at', `${year}-01-02 15:00`],
  ['leak-close', 'leak', 'close', `XM-${year}-0001`],
  ['leak-list', 'leak', 'list'],
  ['finding-add', 'finding', 'add', '--statement', '值班室没有登记来访', '--severity', 'low', '--department', '办公室'],
  ['finding-export', 'finding', 'export', 'findings.xlsx', '--all'],
  ['finding-import', 'finding', 'import', 'findings.xlsx', '--dry-run'],
  ['finding-import', 'finding', 'import', 'found.csv'],
  ['report-rectification-ledger', 'report', 'rectification-ledger', '--output', 'k05.pdf'],
  ['report-notice', 'report', 'notice', '--inspection', `JC-${year}-0001`, '--to', '办公室', '--contact', '钱某', '--report-by', `${year}-12-31`, '--output', 'notice.pdf'],
  ['report-recheck', 'report', 'recheck', '--inspection', `JC-${year}-0001`, '--to', '办公室', '--output', 'recheck.pdf'],
  ['report-inspection', 'report', 'inspection', '--inspection', `JC-${year}-0001`, '--output', 'k04.pdf'],
  ['report-rectification', 'report', 'rectification', '--supervision', `DC-${year}-0001`, '--to', '市国家保密局', '--output', 'k07.pdf'],
  ['report-opinions-reply', 'report', 'opinions-reply', '--supervision', `DC-${year}-0001`, '--output', 'reply.pdf'],
  ['report-readiness', 'report', 'readiness', '--to', '市国家保密局', '--output', 'readiness.pdf'],
];

// Each line is run on the same desk, one after the other.
const done: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['register-list', 'register', 'list'],
  ['register-template', 'register', 'template', 'personnel'],
  ['register-import', 'register', 'import', 'departments', 'departments.csv'],
  ['register-add', 'register', 'add', 'departments', '--set', 'no=D02', '--set', 'name=信息中心'],
  ['register-list', 'register', 'list', 'departments'],
  ['register-kinds', 'register', 'kinds', '--group', 'personnel'],
  ['register-show', 'register', 'show', 'departments', 'D01'],
  ['register-edit', 'register', 'edit', 'departments', 'D02', '--set', 'head=钱某某', '--reason', '换届'],
  ['register-add', 'register', 'add', 'staff', '--set', 'no=S01', '--set', 'name=张伟', '--set', 'dept=D01', '--set', 'state=在职'],
  ['register-add', 'register', 'add', 'staff', '--set', 'no=S02', '--set', 'name=李娜', '--set', 'dept=D01', '--set', 'state=在职'],
  ['register-adapt', 'register', 'adapt', 'computers', 'own.yaml'],
  ...['carriers', 'incoming', 'loans', 'copies', 'carry-outs', 'carry-out-items', 'returns', 'destructions', 'destruction-items'].map((book) => ['register-allow', 'register', 'allow', book, '--by', '王某', '--date', `${year}-01-05`, '--document', '7号'] as const),
  ['carrier-receive', 'carrier', 'receive', 'C-1', '--keeper', 'S01', '--copies', '1'],
  ['carrier-receive', 'carrier', 'receive', 'C-2', '--keeper', 'S01', '--copies', '2'],
  ['carrier-lend', 'carrier', 'lend', 'C-1', '--borrower', 'S02', '--due-at', '2199-01-01', '--approver', 'S01'],
  ['carrier-return', 'carrier', 'return', 'C-1', '--receiver', 'S01', '--intact'],
  ['carrier-copy', 'carrier', 'copy', 'C-1', '--applicant', 'S02', '--operator', 'S01', '--receiver', 'S02', '--copy', 'C-1-1'],
  ['carrier-carry-out', 'carrier', 'carry-out', 'C-2', '--person', 'S02', '--out-at', `${year}-01-05`, '--back-by', `${year}-01-06`],
  ['carrier-return', 'carrier', 'return', 'C-2', '--receiver', 'S01', '--no-intact'],
  ['carrier-clear', 'carrier', 'clear', 'C-2', '--returner', 'S01'],
  ['carrier-destroy', 'carrier', 'destroy', 'C-1-1', '--made-by', 'S01', '--method', '粉碎', '--witness', 'S01', '--witness', 'S02'],
  ['waste-collect', 'waste', 'collect', '--dept', 'D01', '--point', '回收箱1', '--paper-kind', '过程稿', '--qty', '3', '--qty-unit', '页', '--checked', '--handler', 'S02', '--receiver', 'S01'],
  ['waste-spot-check', 'waste', 'spot-check', '--checker', 'S01', '--found-secret', '0', '--found-work', '0', '--action', '无'],
  ['personnel-onboard', 'personnel', 'onboard', 'S02', '--post', '文件管理', '--level', '一般'],
  ['personnel-review-due', 'personnel', 'review-due'],
  ['register-history', 'register', 'history', 'departments', 'D02'],
  ['register-export', 'register', 'export', 'departments', 'out.xlsx'],
  ['register-import', 'register', 'import', 'departments', 'out.xlsx', '--dry-run'],
  ['register-due', 'register', 'due', '--days', '400'],
  ['register-retire', 'register', 'retire', 'departments', 'D02', '--reason', '撤并'],
  ['register-confirm', 'register', 'confirm', 'departments'],
  ['register-confirm', 'register', 'confirm', 'places', '--nil'],
  ['parameter-set', 'parameter', 'set', 'trainingHours', '8', '--key', '核心', '--source', '培训制度', '--approved-by', '王某'],
  ['parameter-import', 'parameter', 'import', 'rules.yaml'],
  ['parameter-list', 'parameter', 'list'],
  ['checklist-import', 'checklist', 'import', 'annex.csv', '--dry-run'],
  ['checklist-import', 'checklist', 'import', 'annex.csv', '--by', '张某'],
  ['checklist-list', 'checklist', 'list'],
  ['checklist-show', 'checklist', 'show', 'organisation'],
  ['checklist-validate', 'checklist', 'validate', join(root, 'checklists/personnel.yaml')],
  ['assess-answer', 'assess', 'answer', 'UNIT-01', '--checklist', 'organisation', '--answer', 'pass', '--by', '张某'],
  ['assess-answer', 'assess', 'answer', 'UNIT-02', '--checklist', 'organisation', '--answer', 'fail', '--fact', '分工文件未更新', '--deduct', 'UNIT-02.1'],
  ['assess-run', 'assess', 'run', '--checklist', 'organisation'],
  ['assess-run', 'assess', 'run', '--checklist', 'organisation', '--checklist', 'terminal-internal'],
  ['assess-list', 'assess', 'list'],
  ['assess-show', 'assess', 'show', `A-${year}-0001`],
  ['assess-show', 'assess', 'show', `A-${year}-0001`, '--explain'],
  ['assess-export', 'assess', 'export', '--format', 'csv'],
  ['assess-export', 'assess', 'export', `A-${year}-0001`, '--format', 'xccdf', '--output', 'results.xml'],
  ['assess-compare', 'assess', 'compare', `A-${year}-0001`, `A-${year}-0002`],
  ['explain', 'explain', 'UNIT-02'],
  ['explain', 'explain', 'term-07', '--checklist', 'terminal-internal'],
  ['finding-list', 'finding', 'list'],
  ['finding-show', 'finding', 'show', `W-${year}-0001`],
  ['finding-assign', 'finding', 'assign', `W-${year}-0001`, '--owner', '李某', '--leader', '王某', '--kind', 'by-date', '--due', `${year}-12-01`],
  ['finding-extend', 'finding', 'extend', `W-${year}-0001`, '--until', `${year}-12-31`, '--reason', '待换届', '--by', '王某'],
  ['finding-rectify', 'finding', 'rectify', `W-${year}-0001`, '--measure', '已更新分工文件', '--by', '李某'],
  ['finding-verify', 'finding', 'verify', `W-${year}-0001`, '--by', '王某', '--result', 'pass'],
  ['finding-reopen', 'finding', 'reopen', `W-${year}-0001`, '--reason', '又未更新', '--by', '王某'],
  ['finding-withdraw', 'finding', 'withdraw', `W-${year}-0001`, '--reason', '登记有误', '--by', '张某'],
  ['finding-withdraw', 'finding', 'withdraw', `W-${year}-0001`, '--refuse', '--by', '王某'],
  ['finding-deviate', 'finding', 'deviate', `W-${year}-0001`, '--reason', '待机构调整', '--approved-by', '王某', '--document', '3号', '--until', `${year}-12-31`],
  ['evidence-add', 'evidence', 'add', '分工.txt', '--for', `W-${year}-0001`, '--for', 'UNIT-02', '--title', '分工', '--on', `${year}-01-05`, '--by', '张某'],
  ['evidence-add', 'evidence', 'add', '分工.txt'],
  ['evidence-list', 'evidence', 'list', '--for', 'UNIT-02'],
  ['evidence-show', 'evidence', 'show', `ZJ-${year}-0001`],
  ['evidence-show', 'evidence', 'show', `ZJ-${year}-0001`, '--save-to', '副本.txt'],
  ['evidence-verify', 'evidence', 'verify'],
  ['evidence-purge', 'evidence', 'purge', '--older-than', '3y', '--reason', '期满', '--by', '张某', '--yes'],
  ...followUp,
  ['report-self-assessment', 'report', 'self-assessment', '--output', 'paper.pdf'],
  ['report-visit-sheet', 'report', 'visit-sheet', 'key-places', '--place', 'A-01', '--output', 'visit.pdf'],
  ['assess-answer', 'assess', 'answer', 'CRY-01', '--checklist', 'cryptography', '--answer', 'pass', '--by', '张某'],
  ['assess-run', 'assess', 'run', '--checklist', 'cryptography'],
  ['report-cryptography', 'report', 'cryptography', '--output', 'cryptography.pdf'],
  ['report-overview', 'report', 'overview', '--output', 'overview.pdf'],
  ['report-score-sheet', 'report', 'score-sheet', '--format', 'xlsx', '--output', 'score.xlsx'],
  ['report-technical', 'report', 'technical', '--output', 'technical.pdf'],
  ['report-annual', 'report', 'annual', '--format', 'md', '--output', 'annual.md'],
  ['report-ledger', 'report', 'ledger', '--output', 'ledger.pdf'],
  ['round-open', 'round', 'open', '--level', 'department', '--period', `${year}`],
  ['round-open', 'round', 'open', '--level', 'staff', '--period', `${year}-12`],
  ['round-open', 'round', 'open', '--checklist', 'holiday', '--occasion', '元旦', '--dept', 'D01'],
  ['round-open', 'round', 'open', '--level', 'unit', '--period', `${year}`],
  ['round-list', 'round', 'list'],
  ['assess-answer', 'assess', 'answer', 'DEP-01', '--round', `Z-${year}-0001`, '--subject', 'D01', '--answer', 'partial', '--fact', '上季度没有提醒', '--due', `${year}-12-31`],
  ['round-status', 'round', 'status', `Z-${year}-0001`],
  ['round-show', 'round', 'show', `Z-${year}-0001`, '--subject', 'D01'],
  ['round-sheet-export', 'round', 'sheet', 'export', `Z-${year}-0001`, 'sheets'],
  ['round-sheet-import', 'round', 'sheet', 'import', 'sheets', '--dry-run'],
  ['round-sheet-status', 'round', 'sheet', 'status', `Z-${year}-0001`],
  ['round-submit', 'round', 'submit', `Z-${year}-0001`, '--with-gaps'],
  ['round-signoff', 'round', 'signoff', `Z-${year}-0001`, '--filled-by', '赵某', '--reviewed-by', '钱某', '--head', '孙某'],
  ['round-submit', 'round', 'submit', `Z-${year}-0002`, '--with-gaps'],
  ['round-submit', 'round', 'submit', `Z-${year}-0003`, '--with-gaps'],
  ['report-department-sheet', 'report', 'department-sheet', '--round', `Z-${year}-0001`, '--output', 'departments.pdf'],
  ['report-staff-sheet', 'report', 'staff-sheet', '--round', `Z-${year}-0002`, '--output', 'staff.pdf'],
  ['report-holiday', 'report', 'holiday', '--round', `Z-${year}-0003`, '--output', 'holiday.pdf'],
  ['round-discard', 'round', 'discard', `Z-${year}-0004`, '--reason', '下达重复'],
  ['report-list', 'report', 'list'],
  ['report-verify', 'report', 'verify', 'paper.pdf'],
  ['journal-list', 'journal', 'list'],
  ['journal-verify', 'journal', 'verify'],
  ['store-verify', 'store', 'verify', '--deep'],
  ['calendar', 'calendar', '--year', '2026'],
  ['calendar-export', 'calendar', 'export', 'year.ics'],
  ['status', 'status'],
  ['doctor', 'doctor'],
];

describe('what --json prints obeys the published schema', () => {
  it.each(done.map((line) => [line.join(' '), line] as const))('%s', (_name, [schema, ...args]) => {
    const outcome = desk.run(...args, '--json');
    expect(outcome.stderr).toBe('');
    expect(outcome.exit).toBe(0);
    expect(problemsOf(schema, outcome.json())).toEqual([]);
  });

  it('init, and the demo from start to stop', () => {
    const other = newDesk();
    const founded = other.run('init', '--from', join(desk.home, 'answers.json'), '--json');
    expect(problemsOf('init', founded.json())).toEqual([]);
    const demo = join(other.home, 'demo');
    for (const [name, ...args] of [['demo-start', 'demo', 'start'], ['demo-reset', 'demo', 'reset'], ['demo-stop', 'demo', 'stop']] as const) {
      const outcome = other.run(...args, '--data', demo, '--json');
      expect(outcome.exit).toBe(0);
      expect(problemsOf(name, outcome.json())).toEqual([]);
    }
  });
});

// What went wrong, and the exit that both modes must have.
const failures: readonly (readonly [exit: number, ...args: string[]])[] = [
  [2, 'asess', 'run'],
  [2, 'assess', 'run', '--no-such-flag'],
  [2, 'assess', 'show', 'one', 'two'],
  [2, 'assess', 'export', '--format', 'pdf'],
  [4, 'assess', 'export', 'A-1999-0001'],
  [2, 'finding', 'verify', `W-${year}-0001`, '--by', '王某', '--result', 'perhaps'],
  [2, 'finding', 'verify', `W-${year}-0001`],
  [2, 'parameter', 'set', 'talkMonths', '6', '--source', 'x', '--approved-by', 'y', '--since', 'yesterday'],
  [2, 'journal', 'list', '--limit', 'many'],
  [2, 'assess', 'answer', 'UNIT-01', '--checklist', 'organisation'],
  [3, 'init', '--no-input', '--unit', '东湖区示例局'],
  [3, 'status', '--data', 'nowhere'],
  [4, 'assess', 'run', '--checklist', 'no-such-list'],
  [4, 'register', 'import', 'personnel', 'missing.csv'],
  [4, 'register', 'add', 'group-meetings', '--set', 'no=1'],
  [2, 'carrier', 'lend', 'C-1', '--borrower', 'S02'],
  [4, 'carrier', 'destroy', 'C-1', '--made-by', 'S01', '--method', '粉碎', '--witness', 'S01'],
  [2, 'register', 'list', 'staff', '--unmasked'],
  [2, 'register', 'export', 'staff', 'staff.doc'],
  [4, 'checklist', 'validate', 'rules.yaml'],
  [4, 'checklist', 'import', 'departments.csv'],
  [4, 'assess', 'run', '--checklist', 'staff'],
  [4, 'explain', 'UNIT-99'],
  [4, 'finding', 'show', 'W-1999-0001'],
  [4, 'finding', 'extend', `W-${year}-0001`, '--until', '2020-01-01', '--reason', '早', '--by', '王某'],
  [4, 'finding', 'add', '--statement', '没有写级别'],
  [4, 'supervision', 'close', `DC-${year}-0001`, '--by', '李某'],
  [4, 'supervision', 'opinion', `DC-${year}-0001`, '--number', '1', '--nature', 'by-date', '--text', '重复'],
  [4, 'inspection', 'record', `JC-${year}-0001`, '--on', `${year}-01-02`, '--team', '张某', '--method', 'on-site', '--opinion', '再查'],
  [4, 'leak', 'report', 'XM-1999-0001', '--at', '2020-01-01 09:00'],
  [4, 'report', 'notice', '--finding', 'W-1999-0001', '--to', '办公室', '--contact', '钱某', '--report-by', '2199-01-01'],
  [4, 'evidence', 'add', '通知.txt'],
  [4, 'evidence', 'add', '分工.txt', '--for', 'W-1999-0001'],
  [4, 'evidence', 'show', 'ZJ-1999-0001'],
  [2, 'evidence', 'purge', '--older-than', '3 years', '--reason', '期满', '--by', '张某'],
  [2, 'evidence', 'purge', '--older-than', '3y', '--by', '张某'],
  [5, 'report', 'verify', 'broken.pdf'],
  [10, 'assess', 'run', '--checklist', 'organisation', '--fail-on', 'low'],
  [11, 'assess', 'run', '--checklist', 'organisation', '--fail-on', 'incomplete'],
];

describe('exit codes are the same for people and for programs', () => {
  beforeAll(() => {
    writeFileSync(join(desk.home, 'broken.pdf'), '%PDF-1.7\nnot ours\n');
  });

  it.each(failures.map((line) => [line.join(' '), line] as const))('%s', (_name, [exit, ...args]) => {
    const human = desk.run(...args);
    const machine = desk.run(...args, '--json');
    expect([human.exit, machine.exit]).toEqual([exit, exit]);
    if (exit >= 10) expect(problemsOf('assess-run', machine.json())).toEqual([]);
    else expectError(human, machine, exit);
  });

  it('books with faults are findings; a sheet with a wrong cell is bad input, and still tells its counts', () => {
    const [human, check] = [desk.run('register', 'check'), desk.run('register', 'check', '--json')];
    expect([human.exit, check.exit, problemsOf('register-check', check.json())]).toEqual([10, 10, []]);
    const args = ['register', 'import', 'departments', 'wrong.csv'] as const;
    const [told, sheet] = [desk.run(...args), desk.run(...args, '--json')];
    expect([told.exit, sheet.exit, problemsOf('register-import', sheet.json())]).toEqual([4, 4, []]);
    expect(sheet.json()).toMatchObject({ added: 1, wrong: 1, written: false });
    expect(told.stdout).toContain('第 2 行“责任书有效期至”');
  });

  it('evidence of which a byte has changed fails the verification, and still tells its counts', () => {
    const kept = join(desk.home, 'records/evidence');
    const [name = ''] = readdirSync(kept);
    const before = readFileSync(join(kept, name));
    writeFileSync(join(kept, name), Buffer.concat([before, Buffer.from('.')]));
    const [human, machine] = [desk.run('evidence', 'verify'), desk.run('evidence', 'verify', '--json')];
    expect([human.exit, machine.exit, problemsOf('evidence-verify', machine.json())]).toEqual([5, 5, []]);
    expect(machine.json()).toMatchObject({ wrong: 1, evidence: [{ state: 'differs' }] });
    expect(human.stdout).toContain('内容已改变');
    expect(desk.run('store', 'verify', '--deep').exit).toBe(20);
    writeFileSync(join(kept, name), before);
    expect(desk.run('evidence', 'verify').exit).toBe(0);
  });

  it('leaving a post: the case opens, and is refused while a step is open', () => {
    desk.run('register', 'add', 'personnel', '--set', 'no=S01', '--set', 'name=张伟', '--set', 'dept=D01', '--set', 'post=机要', '--set', 'level=一般', '--set', 'state=在岗');
    const opened = desk.run('personnel', 'offboard', 'S01', '--leave-kind', '调动', '--leave-at', `${year}-01-05`, '--json');
    expect([opened.exit, problemsOf('personnel-offboard', opened.json())]).toEqual([0, []]);
    expect(desk.run('personnel', 'offboard', 'S01', '--finish').exit).toBe(4);
  });

  it('a run in which nothing could be evaluated is incomplete by itself', () => {
    const outcome = desk.run('assess', 'run', '--checklist', 'terminal-internal', '--facts', 'facts.json', '--json');
    expect(outcome.exit).toBe(11);
  });
});

function expectError(human: Outcome, machine: Outcome, exit: number): void {
  const told = machine.json<{ error: { code: string; message: string; exit: number } }>();
  expect(problemsOf('error', told)).toEqual([]);
  expect(told.error.exit).toBe(exit);
  expect(human.stdout).toBe('');
  expect(human.stderr).toContain(told.error.code);
  expect(human.stderr).toContain(told.error.message);
}

// Tried in files of their own, each against its schema: the night watch, schedules, backups, statistics and their like.
const elsewhere = /^(agent|schedule|calendar|backup|stats)-|^(store-repair|report-form)$/;
const files = ['checklist', 'checklist-section', 'init-answers', 'parameter-file', 'register-form', 'register-override', 'report-template'];

afterAll(() => {
  const published = readdirSync(folder).map((name) => name.replace('.schema.json', ''));
  expect(published.filter((name) => !seen.has(name) && !files.includes(name) && !elsewhere.test(name))).toEqual([]);
});
