import { periodText } from '#messages/period-text.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { RollUp } from '#workflows/round-roll-up.js';
import type { SubjectProgress } from '#workflows/round-progress.js';
import type { RoundStatus } from '#workflows/show-rounds.js';
import { tableLines } from '../table.js';

const most = 30;
const fewItems = 3;

/** One round: the sum, then whoever is still out, then (with `verbose`) everybody, and the levels below. */
export function roundStatusPage(status: RoundStatus, say: Say, width: number, verbose: boolean): string[] {
  const { round, title, handedIn, late, overdue, asked, answered } = status;
  const shown = verbose ? status.subjects : status.subjects.filter(({ state }) => state !== 'handed-in' && state !== 'handed-in-late');
  const more = shown.length - most;
  return [
    say('round.status-head', { number: round.number, title, period: periodText(round.period, say), state: say(`round-state.${round.state}`) }),
    say('round.status-sum', { in: handedIn, subjects: round.subjects.length, late, overdue, answered, asked, deadline: round.deadline ?? say('round.no-deadline') }),
    ...(status.changedItems > 0 ? [say('round.changed-items', { count: status.changedItems })] : []),
    ...(round.signOff === undefined ? [] : [say('round.signed-line', { filledBy: round.signOff.filledBy, reviewedBy: round.signOff.reviewedBy, head: round.signOff.head, at: minuteOf(round.signOff.at) })]),
    '',
    ...(shown.length === 0 ? [say('round.all-in')] : subjectRows(shown.slice(0, verbose ? shown.length : most), say, width)),
    ...(more > 0 && !verbose ? [say('round.more-subjects', { count: more })] : []),
    ...(status.below.length === 0 ? [] : ['', say('round.below'), ...belowRows(status.below, say, width)]),
  ];
}

function subjectRows(subjects: readonly SubjectProgress[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.subject'), wide: true }, { title: say('round.column-answered'), align: 'right' as const }, { title: say('column.state') }, { title: say('round.column-open') }];
  return tableLines(columns, subjects.map((each) => subjectRow(each, say)), width);
}

function subjectRow({ subject, asked, answered, open, state, overdue, outdated }: SubjectProgress, say: Say): string[] {
  const words = [say(`round-progress.${state}`), overdue ? say('round.overdue') : ''].filter((each) => each !== '').join(' ');
  const items = open.length > fewItems ? say('round.items-more', { items: open.slice(0, fewItems).join(' '), count: open.length }) : open.join(' ');
  const left = outdated > 0 ? say('round.outdated', { items, count: outdated }) : items;
  return [subject.label, `${String(answered)}/${String(asked)}`, words, left];
}

function belowRows(below: readonly RollUp[], say: Say, width: number): string[] {
  const columns = [{ title: say('round.column-department'), wide: true }, { title: say('round.column-sheet') }, { title: say('round.column-staff'), align: 'right' as const }, { title: say('round.column-out'), wide: true }];
  const rows = below.map(({ name, sheet, staffIn, staffAsked, staffOut }) => [name, sheet === undefined ? '-' : say(`round-sheet.${sheet}`), staffAsked === 0 ? '-' : `${String(staffIn)}/${String(staffAsked)}`, staffOut.join(' ')]);
  return tableLines(columns, rows, width);
}
