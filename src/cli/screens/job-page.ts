import type { DueTime } from '#calendar/due-times.js';
import { localTime } from '#calendar/local-time.js';
import type { Job } from '#domain/job.js';
import type { Say } from '#messages/say.js';
import type { JobView } from '#workflows/schedule-jobs.js';
import type { ComingTime } from '#workflows/show-ledger.js';
import { officeZone } from '#workflows/door.js';
import { actionWords } from '../job-words.js';
import { labelled } from '../labelled.js';
import { tableLines } from '../table.js';
import { rhythmText, termsText, weekdayText } from './rhythm-text.js';
import { slotText } from './ledger-rows.js';

/** One job in plain words, with its next times. */
export function jobPage(view: JobView, say: Say, width: number): string[] {
  const { job, next, last } = view;
  const rows: (readonly [string, string])[] = [
    [say('column.job'), job.enabled ? job.name : `${job.name}  ${say('job.disabled')}`],
    [say('column.rhythm'), `${rhythmText(job.rhythm, say)}  ${job.zone}`],
    [say('column.action'), `zicha ${actionWords(job.action)}`],
    [say('column.terms'), termsText(job, say)],
    ...next.map((time, index) => [index === 0 ? say('column.next') : '', timeText(time, say)] as const),
    ...(last === undefined ? [] : [[say('column.last'), `${minute(localTime(last.dueAt, job.zone))}  ${slotText(last, say)}`] as const]),
  ];
  return labelled(rows, width);
}

/** All jobs, one below the other. */
export function jobPages(views: readonly JobView[], say: Say, width: number): string[] {
  if (views.length === 0) return [say('job.none')];
  return views.flatMap((view, index) => [...(index === 0 ? [] : ['']), ...jobPage(view, say, width)]);
}

/** Coming times of several jobs. */
export function comingRows(times: readonly ComingTime[], say: Say, width: number): string[] {
  if (times.length === 0) return [say('job.no-next')];
  const columns = [{ title: say('column.at') }, { title: say('column.weekday') }, { title: say('column.day-kind') }, { title: say('column.job'), wide: true }];
  const own = (zone: string): string => (zone === officeZone ? '' : `  ${zone}`);
  return tableLines(columns, times.map((time) => [`${minute(time.local)}${own(time.zone)}`, weekdayText(time.local.slice(0, 10), say), say(`day-kind.${time.dayKind}`), time.job]), width);
}

/** What was taken away, and that its past stays. */
export function removedLines(job: Job, say: Say, width: number): string[] {
  const rows = [[say('column.rhythm'), rhythmText(job.rhythm, say)], [say('column.action'), `zicha ${actionWords(job.action)}`]] as const;
  return [say('job.removed', { name: job.name }), ...labelled(rows, width, '  '), say('job.ledger-stays')];
}


function timeText({ local, dayKind }: DueTime, say: Say): string {
  return say('job.time', { at: minute(local), weekday: weekdayText(local.slice(0, 10), say), kind: say(`day-kind.${dayKind}`) });
}

function minute(local: string): string {
  return local.replace('T', ' ');
}
