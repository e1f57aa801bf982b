import type { Language, Say } from '#messages/say.js';
import type { DueLine } from '#workflows/list-due.js';
import { tableLines } from '../table.js';

/** What is due, soonest first; what is overdue says so. */
export function dueLines(due: readonly DueLine[], days: number, language: Language, say: Say, width: number): string[] {
  if (due.length === 0) return [say('due.none', { days })];
  const columns = [{ title: say('column.due') }, { title: '' }, { title: say('column.subject'), wide: true }, { title: say('column.matter'), wide: true }];
  const rows = due.map((line) => [line.day, line.overdue ? say('finding.overdue') : '', line.subject, matter(line, language, say)]);
  return [...tableLines(columns, rows, width), '', say('due.total', { days, due: due.length, overdue: due.filter((line) => line.overdue).length })];
}

function matter({ source, what, title }: DueLine, language: Language, say: Say): string {
  if (source === 'training') return say('due.training');
  if (source === 'supervision') return say('due.supervision', { body: title });
  if (source === 'leak') return say('due.leak');
  if (what === undefined) return `${say('due.finding')} ${title}`;
  return `${language === 'en' ? what.en : what.zh} (${title})`;
}
