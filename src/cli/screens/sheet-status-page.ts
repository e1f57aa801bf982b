import { periodText } from '#messages/period-text.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { RoundSheetStatus, SubjectSheet } from '#workflows/round-sheet-status.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';

const most = 40;

/** The questionnaires of a round: the sum, each subject, and who has not handed in; whoever has is left out where there are many, unless `verbose`. */
export function sheetStatusPage(status: RoundSheetStatus, say: Say, width: number, verbose: boolean): string[] {
  const { round, title, subjects, counts, notHandedIn } = status;
  const shown = verbose ? subjects : [...subjects].sort((left, right) => Number(left.handedInAt !== undefined) - Number(right.handedInAt !== undefined)).slice(0, most);
  const labels = subjects.filter(({ handedInAt }) => handedInAt === undefined).map(({ subject }) => subject.label);
  const more = labels.length - most;
  const names = more > 0 ? say('round.items-more', { items: labels.slice(0, most).join(' '), count: labels.length }) : labels.join(' ');
  return [
    say('round.status-head', { number: round.number, title, period: periodText(round.period, say), state: say(`round-state.${round.state}`) }),
    say('sheet.status-sum', { subjects: subjects.length, none: counts.none, out: counts.out, back: counts.back, refused: counts.refused }),
    '',
    ...subjectRows(shown, say, width),
    ...(subjects.length > shown.length ? [say('round.more-subjects', { count: subjects.length - shown.length })] : []),
    '',
    ...(notHandedIn.length === 0 ? [say('round.all-in')] : wrap(say('sheet.not-handed-in', { count: notHandedIn.length, subjects: names }), width)),
  ];
}

function subjectRows(subjects: readonly SubjectSheet[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.subject'), wide: true }, { title: say('sheet.column-out') }, { title: say('sheet.column-back') }, { title: say('sheet.column-file'), wide: true }, { title: say('round.column-answered'), align: 'right' as const }, { title: say('sheet.column-left') }, { title: say('column.state') }];
  return tableLines(columns, subjects.map((each) => subjectRow(each, say)), width);
}

function subjectRow(sheet: SubjectSheet, say: Say): string[] {
  const { subject, exportedAt, imported, asked, answered, state, overdue } = sheet;
  const words = [say(`round-progress.${state}`), overdue ? say('round.overdue') : ''].filter((each) => each !== '').join(' ');
  const out = exportedAt === undefined ? '-' : minuteOf(exportedAt);
  return [subject.label, out, imported === undefined ? '-' : minuteOf(imported.at), imported?.files.join(' ') ?? '-', `${String(answered)}/${String(asked)}`, leftOut(sheet, say), words];
}

// What of the sheet does not count, and why.
function leftOut({ imported }: SubjectSheet, say: Say): string {
  if (imported === undefined) return '-';
  const { problems, conflicts, kept, written } = imported;
  const parts = [
    ...(problems > 0 ? [say('sheet.left-wrong', { count: problems })] : []),
    ...(conflicts > 0 ? [say('sheet.left-conflicts', { count: conflicts })] : []),
    ...(kept > 0 ? [say('sheet.left-kept', { count: kept })] : []),
    // Another sheet of the same import was wrong: this one is fine and waits with it.
    ...(!written && problems + conflicts === 0 ? [say('sheet.left-waiting')] : []),
  ];
  return parts.length === 0 ? '-' : parts.join(' ');
}
