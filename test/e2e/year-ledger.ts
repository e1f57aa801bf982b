/** The year as the secrecy officer notes it by hand: what the program says is held against this, and nothing of it is taken from the program. */
export interface NotedProblem {
  readonly number: string;
  readonly foundOn: string;
  readonly severity: '重大' | '高' | '中' | '低';
  readonly department: string;
  state: 'open' | 'remediating' | 'awaiting-verification' | 'closed' | 'deviation-approved' | 'withdrawn';
  /** Found, or found again. */
  since: string;
  /** A day that somebody set. */
  given: string | undefined;
  closedOn: string | undefined;
  recurrences: number;
}

/** Workdays for a cure, by the office's own rule. */
const ruleDays = { 重大: 3, 高: 10, 中: 20, 低: 30 } as const;

/** 国务院办公厅's table as the office imported it. */
export const holidayTable = [
  ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-05-01', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2027-01-01'].map((day) => [day, '放假'] as const),
  ...['2026-02-14', '2026-10-10'].map((day) => [day, '上班'] as const),
];

export class YearLedger {
  readonly problems: NotedProblem[] = [];

  find(on: string, severity: NotedProblem['severity'], department: string, more: { readonly owner?: boolean; readonly due?: string } = {}): NotedProblem {
    const number = `W-2026-${String(this.problems.length + 1).padStart(4, '0')}`;
    const problem: NotedProblem = { number, foundOn: on, severity, department, state: more.owner === true ? 'remediating' : 'open', since: on, given: more.due, closedOn: undefined, recurrences: 0 };
    this.problems.push(problem);
    return problem;
  }

  /** The same fault was met again. */
  failsAgain(problem: NotedProblem, on: string): void {
    if (problem.state === 'awaiting-verification') problem.state = 'remediating';
    if (problem.state === 'closed') this.reopen(problem, on);
  }

  passes(problem: NotedProblem): void {
    if (problem.state === 'open' || problem.state === 'remediating') problem.state = 'awaiting-verification';
  }

  close(problem: NotedProblem, on: string): void {
    problem.state = 'closed';
    problem.closedOn = on;
  }

  reopen(problem: NotedProblem, on: string): void {
    Object.assign(problem, { state: 'open', since: on, given: undefined, closedOn: undefined, recurrences: problem.recurrences + 1 });
  }

  count(state: NotedProblem['state']): number {
    return this.problems.filter((each) => each.state === state).length;
  }

  /** Withdrawn as false alarms: counted nowhere. */
  get counted(): readonly NotedProblem[] {
    return this.problems.filter(({ state }) => state !== 'withdrawn');
  }

  overdueOn(today: string): number {
    return this.problems.filter((each) => (each.state === 'open' || each.state === 'remediating') && dueOf(each) < today).length;
  }

  meanDays(): number {
    const days = this.problems.flatMap(({ since, closedOn }) => (closedOn === undefined ? [] : [daysBetween(since, closedOn)]));
    return days.reduce((sum, each) => sum + each, 0) / days.length;
  }
}

/** The day it has to be cured. */
export function dueOf({ since, severity, given }: NotedProblem): string {
  if (given !== undefined) return given;
  let day = since;
  for (let left: number = ruleDays[severity]; left > 0; ) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

function isWorkday(day: string): boolean {
  const kind = holidayTable.find(([each]) => each === day)?.[1];
  const weekday = new Date(day).getUTCDay();
  return kind === undefined ? weekday !== 0 && weekday !== 6 : kind === '上班';
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
