import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { LeakView } from '#workflows/leak-events.js';
import { tableLines } from '../table.js';

/** Suspected leaks and what is left of the 24 hours. */
export function leakRows(views: readonly LeakView[], say: Say, width: number): string[] {
  if (views.length === 0) return [say('leak.none')];
  const columns = [{ title: say('column.number') }, { title: say('column.found-at') }, { title: say('column.report-by') }, { title: say('column.reported-at') }, { title: say('column.state'), wide: true }];
  return tableLines(columns, views.map((view) => [view.event.number, minuteOf(view.event.foundAt), minuteOf(view.reportBy), view.event.reportedAt === undefined ? '-' : minuteOf(view.event.reportedAt), clockText(view, say)]), width);
}

/** How the clock of one event stands. */
export function clockText({ event, minutesLeft, inTime }: LeakView, say: Say): string {
  if (minutesLeft === undefined) return [say(inTime === true ? 'leak.in-time' : 'leak.not-in-time'), event.closedAt === undefined ? '' : say('leak.closed')].filter((each) => each !== '').join(say('paper.list-joiner'));
  const minutes = Math.abs(minutesLeft);
  return say(minutesLeft < 0 ? 'leak.late' : 'leak.left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
