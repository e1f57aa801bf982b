import type { Job, Rhythm } from '#domain/job.js';
import type { MessageKey } from '#messages/zh-cn.js';
import type { Say } from '#messages/say.js';

const weekdayKeys = ['weekday.7', 'weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'] as const satisfies readonly MessageKey[];

/** When a job runs, in words. */
export function rhythmText(rhythm: Rhythm, say: Say): string {
  if (rhythm.kind === 'cron') return say('rhythm.cron', { expression: rhythm.expression });
  const { at } = rhythm;
  if (rhythm.kind === 'day' || rhythm.kind === 'workday') return say(`rhythm.${rhythm.kind}`, { at });
  if (rhythm.kind === 'week') return say('rhythm.week', { at, weekday: say(weekdayKeys[rhythm.on] ?? 'weekday.7') });
  return say(rhythm.on > 28 ? `rhythm.${rhythm.kind}-end` : `rhythm.${rhythm.kind}`, { at, day: rhythm.on });
}

/** What becomes of missed times, and the limits, in words. */
export function termsText(job: Pick<Job, 'catchUp' | 'jitterMinutes' | 'quietHours' | 'maxRuntimeMinutes'>, say: Say): string {
  const terms = [
    say(job.catchUp ? 'term.catch-up' : 'term.no-catch-up'),
    ...(job.jitterMinutes === 0 ? [] : [say('term.jitter', { minutes: job.jitterMinutes })]),
    ...(job.quietHours === null ? [] : [say('term.quiet-hours', { ...job.quietHours })]),
    say('term.max-runtime', { minutes: job.maxRuntimeMinutes }),
  ];
  return terms.join(say('term.joiner'));
}

/** Weekday of a day (`YYYY-MM-DD`), in words. */
export function weekdayText(day: string, say: Say): string {
  return say(weekdayKeys[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'weekday.7');
}
