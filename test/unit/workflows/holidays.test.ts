import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { openStore } from '#store/store.js';
import type { Desk } from '#workflows/desk.js';
import { importHolidays, listHolidays } from '#workflows/holidays.js';
import { InitAnswers, initUnit } from '#workflows/init-unit.js';
import { showCalendar } from '#workflows/show-calendar.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';
import { scratchFolder } from '../catalog/broken-files.js';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

let desk: Desk;
const taken = (text: string | Uint8Array, source = '节假日安排通知'): Promise<unknown> => importHolidays(desk, scratch.file('holidays.csv', text), source);
const refused = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(() => undefined, (caught: unknown) => caught);
  if (error instanceof AppError) return error;
  throw error instanceof Error ? error : new Error('nothing was refused');
};
const frames = async (): Promise<number> => {
  const store = await openStore(desk.folder, { readOnly: true });
  return store.frames().length;
};

beforeEach(async () => {
  desk = quietDesk('2026-11-24T00:00:00.000Z');
  await initUnit(desk, InitAnswers.parse({ unit: '东湖区示例局' }));
});

describe('a table of holidays', () => {
  it('is taken over with its source, with or without a header', async () => {
    expect(await taken('日期,类型,名称\n2026-10-01,放假,国庆节\n2026-10-10,上班,国庆节\n')).toEqual([{ year: '2026', days: 2, source: '节假日安排通知' }]);
    expect(await taken('2027-01-01,holiday,New Year')).toEqual([{ year: '2027', days: 1, source: '节假日安排通知' }]);
    expect((await listHolidays(desk)).days.map(({ day, kind, name }) => [day, kind, name])).toEqual([['2026-10-01', 'holiday', '国庆节'], ['2026-10-10', 'workday', '国庆节'], ['2027-01-01', 'holiday', 'New Year']]);
  });

  it('is read as spreadsheets save it: other spellings of the day, blanks, empty lines, a mark at the beginning, GB 18030', async () => {
    await taken('\ufeffDate,Kind\r\n2026/10/1, 休 ,国庆节,\r\n\r\n2026年10月2日,节假日,\r\n20261003,Holiday,x\r\n');
    expect((await listHolidays(desk)).days.map(({ day }) => day)).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
    // 2026-10-10,班,x
    await taken(Buffer.concat([Buffer.from('2026-10-10,'), Buffer.from([0xb0, 0xe0]), Buffer.from(',x\n')]));
    expect((await listHolidays(desk)).days).toMatchObject([{ day: '2026-10-10', kind: 'workday' }]);
  });

  it('replaces its years whole, and leaves the others', async () => {
    await taken('2026-10-01,放假,国庆节\n2026-10-02,放假,国庆节\n2027-01-01,放假,元旦', '旧通知');
    await taken('2026-05-01,放假,劳动节', '新通知');
    const { years, days } = await listHolidays(desk);
    expect(years).toEqual([{ year: '2026', days: 1, source: '新通知' }, { year: '2027', days: 1, source: '旧通知' }]);
    expect(days.map(({ day }) => day)).toEqual(['2026-05-01', '2027-01-01']);
    expect((await listHolidays(desk, '2027')).days.map(({ day }) => day)).toEqual(['2027-01-01']);
  });

  it('with faults names each line, and nothing is written', async () => {
    await taken('2026-10-01,放假,国庆节');
    const before = await frames();
    const error = await refused(taken('日期,类型\n2026-02-29,放假\n2026-10-01,放假\n2026-10-01,放假\n2026-10-02,也许\n,放假\n2026-10-03,放假,国庆,节\n2026-10-04,放假'));
    expect(error.code).toBe('calendar-file-invalid');
    expect(error.params['count']).toBe(5);
    expect(error.problems.map(({ params }) => params['line'])).toEqual([2, 4, 5, 6, 7]);
    expect(await frames()).toBe(before);
    expect((await listHolidays(desk)).days.map(({ day }) => day)).toEqual(['2026-10-01']);
  });

  it.each([['nothing in it', ''], ['a header only', '日期,类型,名称\n']])('with %s is refused', async (_what, text) => {
    expect((await refused(taken(text))).problems).toHaveLength(1);
  });

  it.each([['no source', ' '], ['a source of two pages', '源'.repeat(201)]])('with %s is refused', async (_what, source) => {
    expect((await refused(taken('2026-10-01,放假', source))).code).toBe('usage-invalid');
  });

  it('that is a workbook is refused by its name', async () => {
    expect((await refused(taken(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0])))).code).toBe('csv-other-format');
  });
});

describe('a month of the calendar', () => {
  it('says that nothing is known without the table of its year', async () => {
    const { month, known, days } = await showCalendar(desk, undefined);
    expect([month, known, days.length, days[0]]).toEqual(['2026-11', false, 30, { day: '2026-11-01', kind: 'unknown-weekend' }]);
  });

  it('shows holidays, worked weekends and their names', async () => {
    await taken('2028-02-10,放假,春节\n2028-02-12,上班,春节');
    const { known, days } = await showCalendar(desk, '2028-02');
    expect([known, days.length, days[9], days[11], days[12]]).toEqual([
      true, 29, { day: '2028-02-10', kind: 'day-off', name: '春节' }, { day: '2028-02-12', kind: 'workday', name: '春节' }, { day: '2028-02-13', kind: 'day-off' },
    ]);
  });
});
