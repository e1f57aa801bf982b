import type { Job, Rhythm } from '#domain/job.js';
import type { StoreIdentity } from '#domain/identity.js';
import { probes } from '#facts/probes/index.js';
import type { Say } from '#messages/say.js';
import type { MessageKey } from '#messages/zh-cn.js';
import { dayOf, officeZone } from './door.js';

/** What staff are told about. */
export interface NoticeGiven {
  readonly identity: Pick<StoreIdentity, 'unit' | 'officer'>;
  readonly jobs: readonly Pick<Job, 'name' | 'rhythm' | 'zone' | 'action' | 'enabled'>[];
  readonly folder: string;
  readonly at: string;
  /** One line on the desktop after each run: then people are told of that too. */
  readonly notify: boolean;
}

/** The notice to be posted: what is read, when, by whom, what never, and how anybody can look or stop it. */
export function staffNotice({ identity, jobs, folder, at, notify }: NoticeGiven, say: Say): string {
  const enabled = jobs.filter((job) => job.enabled);
  const seen = probes.map((probe) => say('notice.probe', { name: say(`probe.${probe.id}` as MessageKey), count: probe.sources.length }));
  const lines = [
    say('notice.title'),
    '',
    say('notice.what', { unit: identity.unit }),
    '',
    say('notice.when'),
    ...(enabled.length === 0 ? [say('notice.no-job')] : enabled.map((job) => jobLine(job, say))),
    say('notice.catch-up'),
    ...(notify ? [say('notice.desktop-line')] : []),
    '',
    say('notice.reads', { count: probes.length }),
    ...seen.map((text) => say('notice.point', { text })),
    '',
    say('notice.never'),
    ...never.map((key) => say('notice.point', { text: say(key) })),
    '',
    say('notice.who', { officer: identity.officer ?? say('notice.no-officer') }),
    say('notice.where', { folder }),
    say('notice.see'),
    say('notice.stop'),
    '',
    say('notice.day', { day: dayOf(at) }),
  ];
  return `${lines.join('\n')}\n`;
}

const never = ['notice.never-content', 'notice.never-private', 'notice.never-senses', 'notice.never-network', 'notice.never-change'] as const;

function jobLine({ name, rhythm, zone, action }: NoticeGiven['jobs'][number], say: Say): string {
  const what = say(action.kind === 'assess' ? 'notice.job-assess' : 'notice.job-backup');
  const when = rhythmWords(rhythm, say);
  return say('notice.job', { name, when: zone === officeZone ? when : say('notice.in-zone', { when, zone }), what });
}

const weekdays = ['notice.monday', 'notice.tuesday', 'notice.wednesday', 'notice.thursday', 'notice.friday', 'notice.saturday', 'notice.sunday'] as const;

function rhythmWords(rhythm: Rhythm, say: Say): string {
  switch (rhythm.kind) {
    case 'day':
      return say('notice.each-day', { at: rhythm.at });
    case 'workday':
      return say('notice.each-workday', { at: rhythm.at });
    case 'week':
      return say('notice.each-week', { at: rhythm.at, day: say(weekdays[rhythm.on - 1] ?? 'notice.monday') });
    case 'month':
      return say('notice.each-month', { at: rhythm.at, day: rhythm.on });
    case 'quarter':
      return say('notice.each-quarter', { at: rhythm.at, day: rhythm.on });
    case 'cron':
      return say('notice.by-cron', { expression: rhythm.expression });
  }
}
