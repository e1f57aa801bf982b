import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { cellText } from './draft-rows.js';
import { rowsInUse } from './open-books.js';
import { lies } from './round-answers.js';

/** One department as the levels above see it: its own sheet, and those of its people. */
export interface RollUp {
  readonly key: string;
  readonly name: string;
  /** Absent = no department round in the period. */
  readonly sheet?: 'in' | 'late' | 'out';
  readonly staffIn: number;
  readonly staffAsked: number;
  /** Numbers of the people who have not handed in. */
  readonly staffOut: readonly string[];
}

/** Staff → department → unit: who has handed in within the period of this round. A staff round stands for itself. */
export function rollUp(round: Round, snapshot: Pick<WorkingSet, 'rounds' | 'rows'>): readonly RollUp[] {
  const within = Object.values(snapshot.rounds).filter((each) => each.state !== 'discarded' && each.merges !== true && (each.id === round.id || lies(each.period, round.period)));
  const staffRounds = within.filter(({ level }) => level === 'staff');
  const departmentRounds = round.level === 'staff' ? [] : within.filter(({ level }) => level === 'department');
  if (round.level === 'terminal' || (staffRounds.length === 0 && departmentRounds.length === 0)) return [];
  const departmentOf = new Map(rowsInUse('staff', snapshot).map((row) => [cellText(row, 'no'), cellText(row, 'dept')]));
  return rowsInUse('departments', snapshot).map((row): RollUp => {
    const key = cellText(row, 'no');
    const people = staffRounds.flatMap((each) => each.subjects.filter((subject) => departmentOf.get(subject.key) === key).map((subject) => ({ key: subject.key, isIn: each.handedIn[subject.key] !== undefined })));
    const sheets = departmentRounds.filter((each) => each.subjects.some((subject) => subject.key === key));
    const sheet = sheets.length === 0 ? {} : { sheet: sheetState(sheets, key) };
    return { key, name: cellText(row, 'name'), ...sheet, staffIn: people.filter(({ isIn }) => isIn).length, staffAsked: people.length, staffOut: [...new Set(people.filter(({ isIn }) => !isIn).map((each) => each.key))] };
  }).filter((each) => each.staffAsked > 0 || each.sheet !== undefined).sort((left, right) => (left.key < right.key ? -1 : 1));
}

function sheetState(rounds: readonly Round[], key: string): 'in' | 'late' | 'out' {
  const handIns = rounds.map((each) => each.handedIn[key]);
  if (handIns.some((each) => each === undefined)) return 'out';
  return handIns.some((each) => each?.late === true) ? 'late' : 'in';
}
