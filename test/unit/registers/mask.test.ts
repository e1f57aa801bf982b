import { describe, expect, it } from 'vitest';
import { maskCell, maskIdNumber, maskName, maskPhone } from '#registers/mask.js';
import { staff } from './small-books.js';

const column = (key: string) => {
  const found = staff.columns.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

describe('a name', () => {
  it.each([['张伟', '张某'], ['欧阳娜娜', '欧阳某'], ['欧阳', '欧某'], ['张', '张某'], [' 李娜 ', '李某'], ['', ''], ['𠮷田一郎', '𠮷某']])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('a number', () => {
  it.each([
    ['an identity number', maskIdNumber('11010119900101001X'), '110101**********1X'],
    ['a passport number is too short to show any of it', maskIdNumber('E12345678'), '*********'],
    ['a short number', maskIdNumber('1234'), '****'],
    ['a mobile number', maskPhone('13800138000'), '138******00'],
    ['a local number is too short to show any of it', maskPhone('88123456'), '********'],
    ['nothing', maskPhone(''), ''],
  ])('%s', (_what, masked, expected) => {
    expect(masked).toBe(expected);
  });

  it('at least half of it is always hidden', () => {
    for (let length = 1; length <= 30; length += 1) {
      for (const mask of [maskIdNumber, maskPhone]) expect(mask('7'.repeat(length)).replaceAll('7', '').length * 2).toBeGreaterThanOrEqual(length);
    }
  });
});

describe('a cell', () => {
  it.each([
    ['name', '张伟', '张某'],
    ['id_no', '11010119900101001X', '110101**********1X'],
    ['phone', '13800138000', '138******00'],
    ['state', '在职', '在职'],
    ['hours', 8, '8'],
    ['duties', ['保密员', '机要员'], '保密员; 机要员'],
  ])('%s', (key, value, shown) => {
    expect(maskCell(column(key), value)).toBe(shown);
  });

  it('of a personal detail that is no name nothing remains', () => {
    expect(maskCell({ ...column('note'), personal: true }, '家住某处')).toBe('***');
    expect(maskCell({ ...column('joined_at'), personal: true }, '1990-01-01')).toBe('***');
  });
});
