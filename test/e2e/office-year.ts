import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveDayOffsets } from '#registers/demo-dates.js';
import { datedDesk, type DatedDesk } from './dated-desk.js';
import { fillSheets, plainBook, type Written } from './filled-sheets.js';
import { holidayTable, YearLedger, type NotedProblem } from './year-ledger.js';
import { root, type Outcome } from './zicha.js';

export const departments = ['办公室', '政策法规科', '规划财务科', '信息中心', '执法监督科', '组织人事科', '审批服务科', '档案管理科'] as const;
export const officer = '钱宁';
const leader = '赵衡';
const owners = ['孙立言', '周敏之', '吴启明', '郑怀远'] as const;
const severities = ['高', '中', '低', '中'] as const;
const yearsProblems = 300;
const ok: Written = { 结论: '符合', 答题人: officer };

/** 东湖区示例局 in 2026, played through the program month by month, with the officer's own notes beside it. */
export class OfficeYear {
  readonly desk: DatedDesk = datedDesk();
  readonly notes = new YearLedger();
  /** Digest of each piece of evidence, as the officer reckoned it. */
  readonly evidence = new Map<string, string>();
  /** What was refused, by what for. */
  readonly refused = new Map<string, Outcome>();
  readonly #staff = new Map<string, NotedProblem>();
  readonly #ofDepartment = new Map<string, NotedProblem>();
  readonly #imported: NotedProblem[] = [];
  #opinions: NotedProblem[] = [];
  readonly #pledges: NotedProblem[] = [];
  #rounds = 0;
  #yearly = '';

  async play(): Promise<void> {
    this.#found();
    for (let month = 1; month <= 12; month += 1) await this.#month(month);
    this.#end();
  }

  #day(month: number, day: number): string {
    const date = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    this.desk.on(date);
    return date;
  }

  #found(): void {
    const { desk } = this;
    this.#day(1, 5);
    desk.done('init', '--no-input', '--unit', '东湖区示例局', '--officer', officer);
    mkdirSync(join(desk.data, 'checklists'), { recursive: true });
    copyFileSync(join(root, 'test/fixtures/checklists/rounds/own-staff.yaml'), join(desk.data, 'checklists/own-staff.yaml'));
    desk.done('parameter', 'import', desk.file('parameters.yaml', 'parameters:\n  - { id: rectificationDays, values: { critical: 3, high: 10, medium: 20, low: 30 }, source: 本局《保密管理办法》, approvedBy: 赵衡 }\n'));
    desk.done('calendar', 'holidays', 'import', desk.file('holidays.csv', holidayTable.map((row) => row.join(',')).join('\n')), '--source', '国务院办公厅关于部分节假日安排的通知');
    for (const book of ['departments', 'staff']) {
      // Twenty-one people, of whom one has retired.
      const text = resolveDayOffsets(readFileSync(join(root, 'templates/demo', `${book}.csv`), 'utf8'), '2026-01-05').split('\n').slice(0, 22).join('\n');
      this.#book(book, text);
    }
  }

  #book(name: string, text: string): void {
    this.desk.done('register', 'import', name, this.desk.file(`${name}.csv`, text));
    this.desk.done('register', 'confirm', name);
  }

  async #month(month: number): Promise<void> {
    if (month % 3 === 0) {
      await this.#departmentRound(month);
      await this.#staffSheets(month);
    } else this.#staffFlags(month);
    if (month === 12) await this.#yearlyRound();
    await this.#import(month);
    this.#events[month]?.();
    if (month === 5) await this.#secrecyInspection();
    if (month % 2 === 0) this.#close(this.#of(month - 1), this.#day(month, 24));
    if (month === 6) this.desk.done('backup', 'create', '--to', join(this.desk.home, 'backups'));
  }

  // One person hands in a single answer; in spring the head signs with a reason for those who are out.
  #staffFlags(month: number): void {
    const { desk, notes } = this;
    const on = this.#day(month, 8);
    const person = `S${String(month).padStart(2, '0')}`;
    const round = this.#open('--checklist', 'own-staff', '--deadline', `2026-${String(month).padStart(2, '0')}-20`);
    desk.done('assess', 'answer', 'OWS-03', '--round', round, '--subject', person, '--answer', 'fail', '--fact', '借阅一份未按时归还', '--dept', departments[0], '--by', officer);
    this.refused.set('handed in by some only', desk.run('round', 'submit', round, '--subject', person, '--with-gaps'));
    this.#staff.set(`${person} OWS-03`, notes.find(on, '高', departments[0]));
    if (month < 5) this.#sign(round, '--without-missing', '外出办案，下月补查');
  }

  // Everybody, on questionnaires; in September they come back after the deadline.
  async #staffSheets(month: number): Promise<void> {
    const { desk, notes } = this;
    const round = this.#open('--checklist', 'own-staff', '--deadline', `2026-${String(month).padStart(2, '0')}-09`);
    const failing = [`S${String(12 + month / 3).padStart(2, '0')} OWS-02`, ...(month === 6 ? ['S01 OWS-03'] : [])];
    const folder = join(desk.home, round);
    desk.done('round', 'sheet', 'export', round, folder);
    await fillSheets(folder, (subject, item) => (failing.includes(`${subject} ${item}`) ? { 结论: '不符合', 事实说明: '签到表没有签名', 责任部门: departments[1], 答题人: officer } : ok));
    const on = this.#day(month, month === 9 ? 15 : 8);
    desk.done('round', 'sheet', 'import', folder);
    desk.done('round', 'submit', round);
    for (const [key, problem] of this.#staff) if (!failing.includes(key)) notes.passes(problem);
    for (const key of failing) {
      const known = this.#staff.get(key);
      if (known === undefined) this.#staff.set(key, notes.find(on, '中', departments[1]));
      else notes.failsAgain(known, on);
    }
    this.#sign(round);
  }

  async #departmentRound(month: number): Promise<void> {
    const { desk, notes } = this;
    const on = this.#day(month, 3);
    const quarter = month / 3;
    const round = this.#open('--level', 'department');
    const failing = [`D0${String(quarter)} DEP-02`, `D0${String(quarter + 4)} DEP-02`];
    const folder = join(desk.home, round);
    desk.done('round', 'sheet', 'export', round, folder);
    await fillSheets(folder, (subject, item) => (failing.includes(`${subject} ${item}`) ? { 结论: '不符合', 事实说明: '本季度没有提醒记录', 责任部门: departments[Number(subject.slice(1)) - 1] ?? '', 答题人: officer } : ok));
    desk.done('round', 'sheet', 'import', folder);
    desk.done('round', 'submit', round);
    for (const problem of this.#ofDepartment.values()) notes.passes(problem);
    for (const key of failing) this.#ofDepartment.set(key, notes.find(on, '中', departments[Number(key.slice(1, 3)) - 1] ?? ''));
    this.#sign(round);
  }

  #open(...args: readonly string[]): string {
    this.#rounds += 1;
    this.desk.done('round', 'open', ...args);
    return `Z-2026-${String(this.#rounds).padStart(4, '0')}`;
  }

  #sign(round: string, ...args: readonly string[]): void {
    this.desk.done('round', 'signoff', round, '--filled-by', officer, '--reviewed-by', '孙立言', '--head', leader, ...args);
  }

  // What the departments report: a workbook in even months, a CSV file in odd ones; the last one makes the year full.
  async #import(month: number): Promise<void> {
    const { desk, notes } = this;
    const on = this.#day(month, 16);
    const rows = Array.from({ length: month === 12 ? yearsProblems - notes.problems.length : 20 }, (_, index) => {
      const severity = severities[index % severities.length] ?? '中';
      const department = departments[index % departments.length] ?? '';
      const owner = index % 7 === 6 ? '' : (owners[index % owners.length] ?? '');
      const due = index % 5 === 4 ? `2026-${String(Math.min(month + 1, 12)).padStart(2, '0')}-28` : '';
      this.#imported.push(notes.find(on, severity, department, { owner: owner !== '', ...(due === '' ? {} : { due }) }));
      return [`${String(month)}月抽查第${String(index + 1)}项：登记不全`, department, severity, owner, leader, '限期整改', due];
    });
    const titles = ['问题表现', '责任部门', '风险等级', '责任人', '责任领导', '整改类型', '整改时限'];
    const file = month % 2 === 0 ? desk.file(`${String(month)}月.xlsx`, await plainBook(titles, rows)) : desk.file(`${String(month)}月.csv`, [titles, ...rows].map((row) => row.join(',')).join('\n'));
    desk.done('finding', 'import', file);
  }

  /** The first problem that was brought in that month and has an owner. */
  #of(month: number, index = 0): NotedProblem {
    const own = this.#imported.filter(({ foundOn }) => foundOn.startsWith(`2026-${String(month).padStart(2, '0')}`));
    const found = own[index];
    if (found === undefined) throw new Error(`no problem ${String(index)} of month ${String(month)}`);
    return found;
  }

  /** Reported by its owner, looked at by somebody else. */
  #close(problem: NotedProblem, on: string, ...evidence: readonly string[]): void {
    const cited = evidence.flatMap((each) => ['--evidence', each]);
    this.desk.done('finding', 'rectify', problem.number, '--measure', '已补登记并核对', '--cause', '交接时遗漏', '--by', '周敏之', ...cited);
    this.#verify(problem, on);
  }

  #verify(problem: NotedProblem, on: string): void {
    this.desk.done('finding', 'verify', problem.number, '--by', officer, '--result', 'pass', '--note', '看过原件');
    this.notes.close(problem, on);
  }

  readonly #events: Readonly<Partial<Record<number, () => void>>> = {
    1: () => { this.#firstAssessment(); },
    2: () => { this.#planInspections(); },
    3: () => { this.#deviations(); },
    4: () => { this.#secondAssessment(); },
    6: () => { this.#inspect('JC-2026-0002', this.#day(6, 18), '2026-07-31', departments[1], ['计算机台账少一台', '离岗人员未签承诺书']); },
    7: () => { this.#falseAlarm(); },
    8: () => { this.#leak(); },
    9: () => { this.#cryptography(); },
    10: () => { this.#relapses(); },
    11: () => { this.#endOfSecrecyInspection(); },
  };

  #personnel(without: readonly string[]): void {
    const rows = [['S01', '赵衡'], ['S02', officer], ['S03', '孙立言']].map(([no = '', name = '']) => [no, name, 'D01', '文件流转', '一般', '2024-03-01', without.includes(no) ? '' : '2025-11-20', '在岗'].join(','));
    this.#book('personnel', ['人员编号,姓名,部门编号,职务及涉密岗位,涉密等级,确定为涉密人员时间,承诺书签订日期,状态', ...rows].join('\n'));
  }

  // Two people whose undertaking the book does not show; nobody has a post or a review in it either.
  #firstAssessment(): void {
    const on = this.#day(1, 20);
    this.#personnel(['S02', 'S03']);
    this.#note(on, this.desk.done('assess', 'run', '--checklist', 'personnel', '--json').json());
  }

  #secondAssessment(): void {
    const on = this.#day(4, 20);
    this.#personnel([]);
    this.desk.done('assess', 'run', '--checklist', 'personnel');
    for (const pledge of this.#pledges) {
      this.notes.passes(pledge);
      this.#verify(pledge, on);
    }
    const late = this.#staff.get('S01 OWS-03');
    if (late !== undefined) this.#verify(late, on);
  }

  // One is put off, one person's undertaking is gone again, one cured problem is opened again by a person.
  #relapses(): void {
    const on = this.#day(10, 20);
    this.#personnel(['S03']);
    this.desk.done('assess', 'run', '--checklist', 'personnel');
    const gone = this.#pledges[1];
    if (gone !== undefined) this.notes.failsAgain(gone, on);
    this.desk.done('finding', 'reopen', this.#of(1).number, '--reason', '抽查又见漏登', '--by', officer);
    this.notes.reopen(this.#of(1), on);
    this.desk.done('finding', 'extend', this.#of(9, 1).number, '--until', '2027-01-15', '--reason', '设备到货推迟', '--by', leader);
    this.#of(9, 1).given = '2027-01-15';
    this.#inspect('JC-2026-0003', on, '2026-11-30', departments[4], ['值班室存放过期文件']);
    this.desk.done('inspection', 'cancel', 'JC-2026-0004', '--reason', '并入全局检查');
  }

  #planInspections(): void {
    const { desk } = this;
    this.#day(2, 18);
    for (const [month, kind, ...of] of [['02', 'mutual', 'D01'], ['06', 'mutual', 'D02', 'D03'], ['10', 'unit'], ['12', 'special', 'D04']] as const) desk.done('inspection', 'add', '--kind', kind, '--month', `2026-${month}`, '--scope', '载体、计算机、涉密人员', ...of.flatMap((each) => ['--department', each]));
    this.#inspect('JC-2026-0001', this.#day(2, 20), '2026-03-31', departments[0], ['载体登记簿缺页', '废纸未集中销毁']);
  }

  // A team looks, and everything it finds has the same day.
  #inspect(number: string, on: string, due: string, department: string, problems: readonly string[]): void {
    const found = problems.flatMap((each) => ['--problem', each]);
    this.desk.done('inspection', 'record', number, '--on', on, '--team', `${officer}、孙立言`, '--method', 'papers', '--opinion', '登记不及时，限期补齐', '--deadline', due, '--severity', 'high', '--department', department, ...found);
    for (const _each of problems) this.notes.find(on, '高', department, { due });
  }

  #deviations(): void {
    const approved = ['--reason', '设备待更换', '--approved-by', leader, '--document', '东示保〔2026〕3号', '--by', officer];
    this.#day(3, 18);
    for (const [index, until] of [[1, '2026-06-30'], [2, '2027-02-28']] as const) this.desk.done('finding', 'deviate', this.#of(3, index).number, '--until', until, ...approved);
    // From the first of July the one that ran out is a problem again, with a day of its own.
    Object.assign(this.#of(3, 1), { state: 'open', since: '2026-07-01', given: undefined });
    this.#of(3, 2).state = 'deviation-approved';
    const paper = '检查记录\n三月抽查登记，逐项核对。\n';
    this.#keep('抽查记录.txt', paper, this.#of(3, 3));
  }

  #keep(name: string, text: string, problem: NotedProblem): void {
    const { evidence } = this.desk.done('evidence', 'add', this.desk.file(name, text), '--for', problem.number, '--json').json<{ evidence: { number: string } }>();
    this.evidence.set(evidence.number, createHash('sha256').update(text).digest('hex'));
  }

  async #secrecyInspection(): Promise<void> {
    const { desk, notes } = this;
    const on = this.#day(5, 18);
    desk.done('supervision', 'add', '--kind', 'secrecy', '--body', '市国家保密局', '--on', on, '--basis', '市保局〔2026〕12号', '--report-due', '2026-11-30');
    const rows = [
      ['一', '限期整改', '涉密载体台账与实物不符', '《保密法》第二十五条', '2026-07-31', departments[7], '高'],
      ['二', '责令停用', '一台打印机未经批准使用', '', '2026-05-25', departments[3], '重大'],
      ['三', '限期整改', '离岗人员手续不全', '', '2026-08-31', departments[5], '高'],
      ['四', '工作建议', '增加培训场次', '', '', departments[0], '中'],
    ];
    desk.done('supervision', 'import', 'DC-2026-0001', desk.file('意见.xlsx', await plainBook(['意见编号', '意见性质', '意见内容', '依据条款', '整改期限', '责任部门', '风险等级'], rows)));
    this.#opinions = rows.map(([, , , , due = '', department = '', severity]) => notes.find(on, severity as '高', department, due === '' ? {} : { due }));
    for (const each of ['一', '二', '三']) desk.done('supervision', 'respond', 'DC-2026-0001', each, '--response', 'adopted', '--by', officer);
    desk.done('supervision', 'respond', 'DC-2026-0001', '四', '--response', 'declined', '--reason', '场次已超过办法要求', '--by', officer);
    desk.done('supervision', 'same-kind', 'DC-2026-0001', '一', '--scope', '全局各科室载体', '--problem', '规划财务科少一份复印件', '--department', 'D03', '--by', officer);
    this.#opinions.push(notes.find(on, '高', departments[2]));
    this.refused.set('closing an inspection with open opinions', desk.run('supervision', 'close', 'DC-2026-0001', '--by', leader, '--json'));
    const [, , , suggestion] = this.#opinions;
    if (suggestion === undefined) throw new Error('four opinions');
    this.refused.set('declining a suggestion alone', desk.run('finding', 'withdraw', suggestion.number, '--confirm', '--by', officer, '--json'));
    desk.done('finding', 'withdraw', suggestion.number, '--confirm', '--by', leader);
    suggestion.state = 'withdrawn';
  }

  #falseAlarm(): void {
    const alarm = this.#of(7, 2);
    this.#day(7, 20);
    this.desk.done('finding', 'withdraw', alarm.number, '--reason', '登记在另一本上', '--by', officer);
    this.refused.set('withdrawing alone', this.desk.run('finding', 'withdraw', alarm.number, '--confirm', '--by', officer, '--json'));
    this.desk.done('finding', 'withdraw', alarm.number, '--confirm', '--by', leader);
    alarm.state = 'withdrawn';
    this.refused.set('verifying one\'s own work', this.desk.run('finding', 'verify', this.#ownWork().number, '--by', '周敏之', '--result', 'pass', '--json'));
  }

  #ownWork(): NotedProblem {
    const problem = this.#of(7, 3);
    this.desk.done('finding', 'rectify', problem.number, '--measure', '已补登记', '--by', '周敏之');
    problem.state = 'awaiting-verification';
    return problem;
  }

  #leak(): void {
    this.#day(8, 20);
    this.desk.done('leak', 'open', '--found-at', '2026-08-20 09:00');
    this.refused.set('purging while a leak is open', this.desk.run('evidence', 'purge', '--older-than', '1d', '--reason', '期满', '--by', officer, '--json'));
    this.#day(8, 21);
    this.desk.done('leak', 'report', 'XM-2026-0001', '--at', '2026-08-21 09:00');
    this.desk.done('leak', 'close', 'XM-2026-0001');
  }

  // Numbers, days and states only: no word of what was said.
  #cryptography(): void {
    const { desk, notes } = this;
    const on = this.#day(9, 17);
    desk.done('supervision', 'add', '--kind', 'cryptography', '--body', '市密码管理局', '--on', on);
    desk.done('supervision', 'import', 'DC-2026-0002', desk.file('机要.csv', '意见编号,意见性质,整改期限,风险等级\n1,限期整改,2026-12-15,高\n2,限期整改,2027-01-31,高\n'));
    for (const due of ['2026-12-15', '2027-01-31']) notes.find(on, '高', '', { due });
    for (const each of ['1', '2']) desk.done('supervision', 'respond', 'DC-2026-0002', each, '--response', 'adopted', '--by', officer);
  }

  #endOfSecrecyInspection(): void {
    const on = this.#day(11, 20);
    this.#opinions.forEach((problem, index) => {
      if (problem.state === 'withdrawn') return;
      this.#keep(`整改${String(index + 1)}.txt`, `第${String(index + 1)}条整改说明\n已办结。\n`, problem);
      this.#close(problem, on, `ZJ-2026-${String(this.evidence.size).padStart(4, '0')}`);
    });
    this.desk.done('supervision', 'score', 'DC-2026-0001', '--points', '92.5', '--out-of', '100', '--grade', '符合要求');
    this.desk.done('supervision', 'close', 'DC-2026-0001', '--note', '全部办结', '--by', leader);
  }

  // The unit answers for the whole year, once; what the books and people then show is on its list too.
  async #yearlyRound(): Promise<void> {
    const { desk } = this;
    const on = this.#day(12, 11);
    const round = this.#open('--level', 'unit', '--merge', '--period', '2026');
    const folder = join(desk.home, round);
    desk.done('round', 'sheet', 'export', round, folder);
    await fillSheets(folder, () => ok);
    desk.done('round', 'sheet', 'import', folder);
    this.#note(on, desk.done('round', 'submit', round, '--with-gaps', '--json').json());
    this.#yearly = round;
  }

  #end(): void {
    this.#day(12, 31);
    this.#sign(this.#yearly);
    this.desk.done('backup', 'create', '--to', join(this.desk.home, 'backups'));
  }

  // What books show is noted as the run tells it, in its order.
  #note(on: string, { findings }: { readonly findings: readonly { readonly number: string; readonly statement: string; readonly severity: string }[] }): void {
    for (const { number, statement, severity } of [...findings].sort((left, right) => (left.number < right.number ? -1 : 1))) {
      const noted = this.notes.find(on, ({ critical: '重大', high: '高', medium: '中', low: '低' } as const)[severity] ?? '低', '');
      if (noted.number !== number) throw new Error(`${number} is not ${noted.number}`);
      if (/承诺书/.test(statement)) this.#pledges.push(noted);
    }
  }
}
