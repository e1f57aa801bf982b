import cron, { type ScheduledTask } from 'node-cron';
import { patternOf } from '#calendar/due-times.js';
import type { Job } from '#domain/job.js';

/** The happy path: each enabled job's own timer, which only wakes the watch; the ledger decides. */
export interface CronTasks {
  /** Makes the timers fit the jobs; true when anything changed. */
  follow(jobs: readonly Job[]): boolean;
  /** After a step of the clock all timers are made anew. */
  restart(): void;
  stop(): void;
}

export function cronTasks(wake: () => void): CronTasks {
  let tasks: ScheduledTask[] = [];
  let known = '';
  let current: readonly Job[] = [];
  const stop = (): void => {
    for (const task of tasks) void task.destroy();
    tasks = [];
  };
  const restart = (): void => {
    stop();
    tasks = current.filter((job) => job.enabled).map((job) => cron.schedule(patternOf(job.rhythm), wake, { timezone: job.zone, name: job.id }));
  };
  return {
    follow(jobs) {
      const next = JSON.stringify(jobs);
      if (next === known) return false;
      known = next;
      current = jobs;
      restart();
      return true;
    },
    restart,
    stop,
  };
}
