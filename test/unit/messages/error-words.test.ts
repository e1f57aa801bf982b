import { describe, expect, it } from 'vitest';
import { errorCodes, type ErrorCode } from '#domain/app-error.js';
import { exitCodes } from '#domain/exit-code.js';
import { en } from '#messages/en.js';
import { languages, sayIn } from '#messages/say.js';
import { zhCn, type MessageKey } from '#messages/zh-cn.js';

const codes = Object.keys(errorCodes) as ErrorCode[];
const keys = Object.keys(zhCn) as MessageKey[];
const blanksIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

describe('every error', () => {
  it.each(codes)('%s has a sentence and a cure in both languages', (code) => {
    for (const language of languages) {
      const say = sayIn(language);
      for (const key of [`error.${code}`, `error.${code}.cure`] as const) expect(say(key).trim().length).toBeGreaterThan(3);
    }
  });

  it('leads to an exit code of the published list', () => {
    expect(Object.values(errorCodes).filter((name) => !(name in exitCodes))).toEqual([]);
  });
});

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it.each(keys.filter((key) => key.startsWith('error.')))('%s has the same blanks in both', (key) => {
    expect(blanksIn(en[key])).toEqual(blanksIn(zhCn[key]));
  });

  it('speak their own language', () => {
    const errors = keys.filter((key) => key.startsWith('error.'));
    expect(errors.filter((key) => !/\p{Script=Han}/u.test(zhCn[key]))).toEqual([]);
    expect(errors.filter((key) => (en[key].match(/[a-z]/g) ?? []).length < (en[key].match(/\p{Script=Han}/gu) ?? []).length)).toEqual([]);
  });
});

describe('speaking', () => {
  it('fills in the blanks and leaves an unknown one as it is', () => {
    expect(sayIn('zh-CN')('error.file-too-large', { file: '台账.csv', bytes: 9, limit: 5 })).toBe('文件过大：台账.csv，9 字节，上限 5 字节');
    expect(sayIn('zh-CN')('error.file-not-found')).toContain('{file}');
  });

  it('does not fill in blanks that a value brings along', () => {
    expect(sayIn('zh-CN')('error.file-unreadable', { file: '{detail}', detail: 'EACCES' })).toContain('{detail}');
  });
});
