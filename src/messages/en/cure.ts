import type { cureWords as zh } from '../zh-cn/cure.js';

/** English words: how the cure of problems goes. */
export const cureWords: Record<keyof typeof zh, string> = {
  'status.cure': 'Cure',
  'status.supervisions': 'Inspections',
  'status.leaks': 'Suspected leaks',
  'status.cure-figures': '12 months: {rate} done ({closed}/{total})  overdue {overdue}  back {recurring}  mean {days}',
  'status.cure-department': '{name} closed {closed}/{total}  overdue {overdue}',
  'cure.days': '{days} days',
  'cure.none': 'No findings in the last twelve months.',
  'cure.span': 'Findings from {from} to {to}, false alarms left out: {rate} done, {days} on average from found to closed.',
  'cure.total': 'Findings',
  'cure.closed': 'Closed',
  'cure.live': 'Not closed',
  'cure.overdue': 'Overdue',
  'cure.recurring': 'Came back',
  'cure.by-department': 'By department (solid: closed, hatched: overdue, blank: the rest)',
  'cure.by-section': 'By section',
  'cure.no-department': 'not assigned',
  'cure.no-section': 'no checklist item',
  'cure.bar': '{closed}/{total}',
  'cure.more-groups': '{count} more are not shown.',
  'cure.month': 'Month',
  'cure.opened': 'Found',
  'cure.live-at-end': 'Not closed at its end',
  'cure.trend': 'Findings not closed at the end of each month',
  'paper.findings-excepted': '{count} of them have an approved deviation and still count as failed.',
};
