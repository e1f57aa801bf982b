import { describe, expect, it } from 'vitest';
import { actionWords, jobAction, quietHoursOf, rhythmOf } from '#cli/job-words.js';
import { refusalOf } from '../catalog/broken-files.js';

describe('what a job does, in the words of the command line', () => {
  it.each([
    ['assess run', { kind: 'assess', checklistIds: [], report: false }],
    ['zicha assess run --report', { kind: 'assess', checklistIds: [], report: true }],
    ['  assess   run --checklist personnel --checklist=key-places --report ', { kind: 'assess', checklistIds: ['personnel', 'key-places'], report: true }],
    ['assess run --checklist personnel --checklist personnel', { kind: 'assess', checklistIds: ['personnel'], report: false }],
    ['backup create', { kind: 'backup' }],
    ['zicha backup create --to /media/backup', { kind: 'backup', to: '/media/backup' }],
    ['backup create --to="D:\\保密 备份"', { kind: 'backup', to: 'D:\\保密 备份' }],
  ])('%s', (text, action) => {
    expect(jobAction(text)).toEqual(action);
    expect(jobAction(actionWords(jobAction(text)))).toEqual(action);
  });

  it.each([
    '', 'zicha', 'assess', 'assess show', 'zicha zicha assess run', 'rm -rf /', 'assess run; rm -rf /', 'assess run && reboot', 'assess run --checklist', 'assess run --checklist ../secret',
    'assess run --checklist --report', 'assess run --report=yes', 'assess run --facts x', 'assess run --output x', 'assess run personnel', 'assess run --data /elsewhere', 'assess run | tee x', 'assess run $(x)',
    'backup create --to', 'backup create --to ""', 'backup create /media', 'backup create --from x', 'backup restore /media', 'backup create --to /media --by x', 'store repair', 'init', 'ASSESS RUN',
  ])('"%s" is refused', (text) => {
    expect(refusalOf(() => jobAction(text)).code).toBe('job-action-invalid');
  });
});

describe('when a job runs, by flags', () => {
  it.each([
    [{ every: 'workday', at: '12:30' }, { kind: 'workday', at: '12:30' }],
    [{ every: 'day', at: '9:05' }, { kind: 'day', at: '09:05' }],
    [{ every: 'week', at: '09:00', on: 7 }, { kind: 'week', at: '09:00', on: 7 }],
    [{ every: 'month', at: '09:00', on: 31 }, { kind: 'month', at: '09:00', on: 31 }],
    [{ every: 'quarter', at: '00:00', on: 1 }, { kind: 'quarter', at: '00:00', on: 1 }],
    [{ cron: ' 30  12 * *  1-5 ' }, { kind: 'cron', expression: '30 12 * * 1-5' }],
    [{}, undefined],
  ])('%j', (flags, rhythm) => {
    expect(rhythmOf(flags)).toEqual(rhythm);
  });

  it.each([
    [{ every: 'day', at: '12:30', cron: '30 12 * * *' }, 'job-rhythm-invalid'],
    [{ cron: '30 12 * * *', on: 1 }, 'job-rhythm-invalid'],
    [{ every: 'day' }, 'job-rhythm-invalid'],
    [{ at: '12:30' }, 'job-rhythm-invalid'],
    [{ on: 3 }, 'job-rhythm-invalid'],
    [{ every: 'day', at: '24:00' }, 'job-rhythm-invalid'],
    [{ every: 'day', at: '12:30', on: 1 }, 'job-rhythm-invalid'],
    [{ every: 'year', at: '12:30' }, 'job-rhythm-invalid'],
    [{ every: 'week', at: '12:30' }, 'job-on-invalid'],
    [{ every: 'week', at: '12:30', on: 8 }, 'job-on-invalid'],
    [{ every: 'month', at: '12:30', on: 0 }, 'job-on-invalid'],
    [{ every: 'quarter', at: '12:30', on: 32 }, 'job-on-invalid'],
  ])('%j is refused', (flags, code) => {
    expect(refusalOf(() => rhythmOf(flags)).code).toBe(code);
  });
});

describe('quiet hours', () => {
  it.each([['08:30-18:00', { from: '08:30', to: '18:00' }], ['22:00 - 6:00', { from: '22:00', to: '06:00' }], ['none', null]])('%s', (text, hours) => {
    expect(quietHoursOf(text)).toEqual(hours);
  });

  it.each(['', '8-18', '08:30', '08:30-08:30', '08:30-18:00-20:00', '08:30-24:00', 'never'])('"%s" is refused', (text) => {
    expect(refusalOf(() => quietHoursOf(text)).code).toBe('job-quiet-hours-invalid');
  });
});
