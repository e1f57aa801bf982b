import { AppError } from '#domain/app-error.js';
import type { Job, JobAction, Rhythm } from '#domain/job.js';

/** What a person said of the rhythm. */
export interface RhythmFlags {
  readonly every?: string | undefined;
  readonly at?: string | undefined;
  readonly on?: number | undefined;
  readonly cron?: string | undefined;
}

/** The action in the words of the command line: one of two commands with their own few options, nothing else ever. */
export function jobAction(text: string): JobAction {
  const words = text.trim().split(/\s+/);
  const [topic, verb, ...rest] = words[0] === 'zicha' ? words.slice(1) : words;
  const action = topic === 'assess' && verb === 'run' ? assessAction(rest) : topic === 'backup' && verb === 'create' ? backupAction(rest) : undefined;
  if (action === undefined) throw new AppError('job-action-invalid', { action: text.slice(0, 100) });
  return action;
}

/** The same words again. */
export function actionWords(action: JobAction): string {
  if (action.kind === 'backup') return ['backup create', ...(action.to === undefined ? [] : [`--to ${action.to}`])].join(' ');
  return ['assess run', ...action.checklistIds.map((id) => `--checklist ${id}`), ...(action.report ? ['--report'] : [])].join(' ');
}

/** The rhythm that flags name; undefined when they say nothing of it. */
export function rhythmOf({ every, at, on, cron }: RhythmFlags): Rhythm | undefined {
  const isSpoken = [every, at, on].some((flag) => flag !== undefined);
  if (cron === undefined) return isSpoken ? spoken(every, at, on) : undefined;
  if (isSpoken) throw new AppError('job-rhythm-invalid');
  return { kind: 'cron', expression: cron.trim().replace(/\s+/g, ' ') };
}

/** `08:30-18:00`, or `none` for no quiet hours. */
export function quietHoursOf(text: string): Job['quietHours'] {
  if (text === 'none') return null;
  const [from, to, ...more] = text.split('-').map((part) => clockTime(part.trim()));
  if (from === undefined || to === undefined || from === to || more.length > 0) throw new AppError('job-quiet-hours-invalid', { text: text.slice(0, 40) });
  return { from, to };
}

function spoken(every: string | undefined, written: string | undefined, on: number | undefined): Rhythm {
  const at = clockTime(written ?? '');
  if (at === undefined) throw new AppError('job-rhythm-invalid');
  if (every === 'day' || every === 'workday') {
    if (on !== undefined) throw new AppError('job-rhythm-invalid');
    return { kind: every, at };
  }
  if (every !== 'week' && every !== 'month' && every !== 'quarter') throw new AppError('job-rhythm-invalid');
  return { kind: every, at, on: dayIn(every, on) };
}

function dayIn(every: 'week' | 'month' | 'quarter', on: number | undefined): number {
  const most = every === 'week' ? 7 : 31;
  if (on === undefined || on < 1 || on > most) throw new AppError('job-on-invalid', { most, every });
  return on;
}

function assessAction(words: readonly string[]): JobAction | undefined {
  const checklistIds: string[] = [];
  let report = false;
  for (let index = 0; index < words.length; index += 1) {
    const [name, inline] = split(words[index] ?? '');
    const value = inline ?? words[index + 1];
    if (name === '--report' && inline === undefined) report = true;
    else if (name === '--checklist' && value !== undefined && /^[a-z][A-Za-z0-9_-]{1,63}$/.test(value)) {
      checklistIds.push(value);
      if (inline === undefined) index += 1;
    } else return undefined;
  }
  return { kind: 'assess', checklistIds: [...new Set(checklistIds)], report };
}

// A folder may have blanks in its name: everything after --to is the folder.
function backupAction(words: readonly string[]): JobAction | undefined {
  if (words.length === 0) return { kind: 'backup' };
  const [name, inline] = split(words[0] ?? '');
  const to = [...(inline === undefined ? [] : [inline]), ...words.slice(1)].join(' ').replace(/^(["'])(.*)\1$/, '$2');
  return name === '--to' && to !== '' && !words.slice(1).some((word) => word.startsWith('--')) ? { kind: 'backup', to } : undefined;
}

function split(word: string): readonly [name: string, value: string | undefined] {
  const at = word.indexOf('=');
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

// 9:00 is said as often as 09:00.
function clockTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}
