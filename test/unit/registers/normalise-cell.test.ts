import { describe, expect, it } from 'vitest';
import { normaliseCell } from '#registers/normalise-cell.js';
import { staff } from './small-books.js';

const columns = new Map(staff.columns.map((column) => [column.key, column]));
const cell = (key: string, raw: string): unknown => {
  const column = columns.get(key);
  if (column === undefined) throw new Error(key);
  const result = normaliseCell(column, raw);
  return 'code' in result ? result.code : result.cell;
};

describe('a day', () => {
  it.each(['2026-03-05', '2026-3-5', '2026.3.5', '2026/3/5', '2026年3月5日', '2026 年 3 月 5 日', '20260305', '2026/3/5 0:00', '2026-03-05 00:00:00', '２０２６－３－５', ' 2026-03-05　'])('%s is 5 March 2026', (raw) => {
    expect(cell('joined_at', raw)).toBe('2026-03-05');
  });

  it.each(['无', '暂无', '/', '-', '——', '', '  ', '　'])('“%s” is no day: blank', (raw) => {
    expect(cell('joined_at', raw)).toBeUndefined();
  });

  it.each(['2026-02-30', '2026-13-01', '26-3-5', '2026-3', '46086', '去年三月', '2026-03-05 09:30', '1026-03-05', '2026-3-5-1'])('%s is not a day', (raw) => {
    expect(cell('joined_at', raw)).toBe('cell-not-a-day');
  });

  it('29 February exists in a leap year only', () => {
    expect([cell('joined_at', '2024-2-29'), cell('joined_at', '2026-2-29')]).toEqual(['2024-02-29', 'cell-not-a-day']);
  });
});

describe('a month', () => {
  it.each(['2026-03', '2026-3', '2026.3', '2026年3月', '202603', '2026-03-05'])('%s is March 2026', (raw) => {
    expect(cell('checked_in', raw)).toBe('2026-03');
  });

  it('is blank where there is none, and not the thirteenth', () => {
    expect([cell('checked_in', '无'), cell('checked_in', '2026-13')]).toEqual([undefined, 'cell-not-a-day']);
  });
});

describe('a number', () => {
  it.each([['8', 8], ['8.5', 8.5], ['-2', -2], ['1,200', 1200], ['１２', 12], [' 8 ', 8], ['0', 0]])('%s', (raw, value) => {
    expect(cell('hours', raw)).toBe(value);
  });

  it.each(['八', '8学时', '1e3', '1.2.3', '--1', '99999999999999999999', 'NaN', 'Infinity'])('%s is none', (raw) => {
    expect(cell('hours', raw)).toBe('cell-not-a-number');
  });

  it('minus nothing is nothing', () => {
    expect(Object.is(cell('hours', '-0'), 0)).toBe(true);
  });

  it('a count has no fraction', () => {
    expect(cell('devices', '1.5')).toBe('cell-not-a-number');
  });
});

describe('yes and no', () => {
  it.each(['是', '有', '√', '✓', 'Y', 'yes', 'TRUE', '1', '１'])('%s is yes', (raw) => {
    expect(cell('trained', raw)).toBe(true);
  });

  it.each(['否', '无', '×', 'N', 'No', 'false', '0', '□'])('%s is no', (raw) => {
    expect(cell('trained', raw)).toBe(false);
  });

  it('a blank is neither, anything else is refused', () => {
    expect([cell('trained', ''), cell('trained', '部分')]).toEqual([undefined, 'cell-not-yes-or-no']);
  });
});

describe('one of the allowed values', () => {
  it.each([['在职', '在职'], [' 在 职 ', '在职'], ['在职　', '在职']])('“%s”', (raw, value) => {
    expect(cell('state', raw)).toBe(value);
  });

  it('√ means 有 where the column knows 有, and nothing where it does not', () => {
    expect([cell('locker', '√'), cell('locker', '×'), cell('state', '√')]).toEqual(['有', '无', 'cell-not-allowed']);
  });

  it('another value is refused with those that are allowed', () => {
    const column = columns.get('state');
    expect(column && normaliseCell(column, '在岗')).toEqual({ code: 'cell-not-allowed', allowed: '在职、离职、退休' });
  });

  it.each(['保密员、机要员', '保密员；机要员', '保密员;机要员', '保密员, 机要员', '保密员，机要员、保密员'])('several: %s', (raw) => {
    expect(cell('duties', raw)).toEqual(['保密员', '机要员']);
  });

  it('several, one of them unknown: refused whole', () => {
    expect([cell('duties', '保密员、司机'), cell('duties', '、')]).toEqual(['cell-not-allowed', 'cell-not-allowed']);
  });
});

describe('numbers that are names', () => {
  it.each(['1.10E+17', '1.1E+17', '3E+17', '1.10101e+17', '１.1E+17'])('%s has lost its last digits', (raw) => {
    expect([cell('id_no', raw), cell('phone', raw), cell('disk', raw)]).toEqual(Array(3).fill('cell-lost-digits'));
  });

  it('in a text column too', () => {
    expect([cell('no', '1.10E+17'), cell('note', '1.10E+17')]).toEqual(['cell-lost-digits', 'cell-lost-digits']);
  });

  it('a room called 3E12 is a room', () => {
    expect(cell('no', '3E12')).toBe('3E12');
  });

  it('blanks and wide digits go, leading zeros and X stay', () => {
    expect([cell('id_no', '110101 19900101 001X'), cell('phone', '０１０ 8812 3456')]).toEqual(['11010119900101001X', '01088123456']);
  });

  it('wide letters and digits of a code are narrowed, punctuation stays', () => {
    expect(cell('no', 'Ｐ０１（东）')).toBe('P01（东）');
  });
});

describe('text', () => {
  it('loses invisible marks and outer blanks only', () => {
    expect(cell('note', '\u200b　第一行\n 第二行 \ufeff')).toBe('第一行\n 第二行');
  });

  it('of more than 2000 characters is refused', () => {
    expect([cell('note', 'x'.repeat(2000)), cell('note', 'x'.repeat(2001))]).toEqual(['x'.repeat(2000), 'cell-too-long']);
  });
});
