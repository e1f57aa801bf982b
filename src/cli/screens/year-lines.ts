import type { Say } from '#messages/say.js';
import type { OfficersYear, YearEntry } from '#workflows/officers-year.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';

/** The officer's year: day, matter, by whom, and where it comes from; below, the legal bases and the commands to use. */
export function yearLines(officers: OfficersYear, say: Say, width: number): string[] {
  const { year, entries, plan } = officers;
  const columns = [{ title: say('column.day') }, { title: say('column.what'), wide: true }, { title: say('column.who') }, { title: say('column.source') }];
  const rows = entries.map((entry) => [dayText(entry), whatText(entry, say), entry.who ?? '', say(`year-source.${entry.source}`)]);
  return [
    ...tableLines(columns, rows, width),
    '',
    ...once(entries.map(({ what, basis }) => (basis === undefined ? '' : `${say('year.basis')}  ${what}: ${basis}`))).flatMap((line) => wrap(line, width)),
    ...once(entries.filter(isRhythm).map(({ command, what }) => (command === undefined ? '' : `${say('year.command')}  ${what.slice(0, 16)}  ${command}`))),
    '',
    ...wrap(say('year.total', { year, count: entries.length, plan: say(`year.plan-${plan}`) }), width),
  ];
}

function dayText({ from, to, sure }: YearEntry): string {
  return `${from === to ? to : `${from.slice(5)}…${to.slice(5)}`}${sure ? '' : ' *'}`;
}

function whatText({ what, remindFrom, overdue }: YearEntry, say: Say): string {
  const reminder = remindFrom === undefined ? '' : ` (${say('year.remind', { day: remindFrom.slice(8) })})`;
  return `${overdue ? `${say('year.overdue')} ` : ''}${what}${reminder}`;
}

// What the books make due is looked up in the book that is named.
function isRhythm({ source }: YearEntry): boolean {
  return source === 'practice' || source === 'rule' || source === 'law';
}

function once(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].filter((line) => line !== '');
}

/** What the calendar does not know for want of a table of holidays, and the cure. */
export function datelessLines({ year, known, dateless }: Pick<OfficersYear, 'year' | 'known' | 'dateless'>, say: Say, width: number): string[] {
  if (known && dateless.length === 0) return [];
  const names = dateless.map(({ name, year: of }) => say('year.dateless-holiday', { name, year: of })).join(', ');
  const lines = [...(known ? [] : [say('year.no-table', { year })]), ...(names === '' ? [] : [say('year.dateless', { names })])];
  return [...lines.flatMap((line) => wrap(`${say('label.warning')}  ${line}`, width)), ...wrap(say('year.cure'), width)];
}
