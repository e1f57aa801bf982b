import type { AssessmentEntry } from '#domain/assessment.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import { tableLines } from '../table.js';

/** The list of assessments. */
export function assessmentRows(entries: readonly AssessmentEntry[], say: Say, width: number): string[] {
  if (entries.length === 0) return [say('assessment.none')];
  const columns = [
    { title: say('column.number') },
    { title: say('column.at') },
    { title: say('column.checklist'), wide: true },
    { title: say('count.pass'), align: 'right' as const },
    { title: say('count.fail'), align: 'right' as const },
    { title: say('count.open'), align: 'right' as const },
  ];
  const rows = entries.map(({ number, at, checklistTitle, counts, root }) => {
    const count = (...names: readonly string[]): string => String(names.reduce((sum, name) => sum + (counts[name] ?? 0), 0));
    return [number, minuteOf(at), root === undefined ? checklistTitle : say('assessment.other-root', { title: checklistTitle, root }), count('pass', 'fixed'), count('fail'), count('error', 'unknown', 'notchecked')];
  });
  return tableLines(columns, rows, width);
}
