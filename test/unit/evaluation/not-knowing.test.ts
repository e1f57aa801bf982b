import { describe, expect, it } from 'vitest';
import { unavailableReasons } from '#domain/fact.js';
import { bookOf, judge, seen, unseen } from './small-office.js';

const hours = { each: 'register.personnel', expect: 'has(row.hours_year) && row.hours_year >= parameters.trainingHours[row.level]' } as const;
const zhang = { no: 'S01', state: '在岗', level: '重要', hours_year: 4 };

describe('an unavailable fact', () => {
  it.each(unavailableReasons.filter((reason) => reason !== 'classified-machine').map((reason) => [reason]))('%s makes the item unknown, with that reason', (reason) => {
    expect(judge({ expect: 'firewall.active' }, { facts: { firewall: unseen(reason) } })).toMatchObject({ result: 'unknown', gaps: [{ reason, about: 'firewall' }] });
  });

  it('on a classified machine nobody looks at all: notchecked, short of pass and fail too', () => {
    expect(judge({ expect: 'firewall.active' }, { facts: { firewall: unseen('classified-machine') } })).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'classified-machine' }] });
  });

  it('text where a number was promised: unknown, neither pass nor fail', () => {
    expect(judge({ expect: 'accounts.uidZero != 1' }, { facts: { accounts: seen({ uidZero: '1' }) } })).toMatchObject({ result: 'unknown', gaps: [{ reason: 'type-mismatch' }] });
  });

  it('a number where yes or no was promised: unknown', () => {
    expect(judge({ expect: 'firewall.active' }, { facts: { firewall: seen({ active: 1 }) } }).result).toBe('unknown');
  });

  it('an answer without the field that is asked for: unknown', () => {
    expect(judge({ expect: 'daysBetween(logs.oldest, today) >= 180' }, { facts: { logs: seen({ persistent: true }) } }).result).toBe('unknown');
  });

  it('a field that is there but null counts as missing', () => {
    const missing = judge({ expect: 'firewall.active' }, { facts: { firewall: seen({}) } });
    expect(judge({ expect: 'firewall.active' }, { facts: { firewall: seen({ active: null }) } })).toEqual(missing);
    expect(missing.result).toBe('unknown');
  });

  it('text that is no day: unknown', () => {
    expect(judge({ expect: 'daysBetween(logs.oldest, today) >= 180' }, { facts: { logs: seen({ oldest: '去年' }) } }).result).toBe('unknown');
  });
});

describe('a blank parameter', () => {
  it('makes the item notchecked: only the office can fill it', () => {
    const result = judge({ expect: 'daysBetween(logs.oldest, today) >= parameters.logDays' }, { facts: { logs: seen({ oldest: '2026-01-01' }) } });
    expect(result).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'parameter-blank', about: 'logDays' }] });
  });

  it('filled for another level only: the row stays notchecked, and the level is named', () => {
    const result = judge(hours, { registers: bookOf('personnel', [zhang]), parameters: { trainingHours: { 核心: 8 } } });
    expect(result).toMatchObject({ result: 'notchecked', observations: [{ result: 'notchecked', reasons: ['parameter-blank'] }] });
  });

  it('filled for the level of the row: judged', () => {
    expect(judge(hours, { registers: bookOf('personnel', [zhang]), parameters: { trainingHours: { 重要: 4 } } }).result).toBe('pass');
    expect(judge(hours, { registers: bookOf('personnel', [zhang]), parameters: { trainingHours: { 重要: 5 } } }).result).toBe('fail');
  });

  it('taken by the level of each row inside a comprehension: the office fills it, then it is judged', () => {
    const item = { method: 'register', expect: 'register.personnel.all(p, has(p.hours_year) && p.hours_year >= parameters.trainingHours[p.level])' } as const;
    const registers = bookOf('personnel', [zhang]);
    expect(judge(item, { registers }).result).toBe('notchecked');
    expect(judge(item, { registers, parameters: { trainingHours: { 重要: 4 } } }).result).toBe('pass');
    expect(judge(item, { registers, parameters: { trainingHours: { 核心: 4 } } }).result).toBe('unknown');
  });

  it('with a blank level in the row: unknown, for nobody can say which limit holds', () => {
    const result = judge(hours, { registers: bookOf('personnel', [{ no: 'S01', hours_year: 4 }]), parameters: { trainingHours: { 重要: 4 } } });
    expect(result).toMatchObject({ result: 'unknown', observations: [{ reasons: ['cell-blank'] }] });
  });

  it('with a level that `has` guards, the guard is part of the key', () => {
    const item = { each: 'register.personnel', expect: 'row.hours_year >= parameters.trainingHours[has(row.level) ? row.level : "一般"]' };
    const world = { registers: bookOf('personnel', [{ no: 'S01', hours_year: 4 }]), parameters: { trainingHours: { 一般: 4 } } };
    expect(judge(item, world).result).toBe('pass');
  });

  it('of the wrong type, by kind or not: unknown, for it is neither yes nor no', () => {
    const facts = { wireless: seen({ adapters: 1, enabled: 1 }) };
    expect(judge({ expect: 'wireless.enabled == 0 || parameters.wirelessAllowed[machine.network]' }, { facts, parameters: { wirelessAllowed: { internal: '是' } } }).result).toBe('unknown');
    expect(judge({ expect: 'parameters.wirelessAllowed[machine.network]', method: 'register' }, { parameters: { wirelessAllowed: { internal: '是' } } }).result).toBe('unknown');
    expect(judge({ expect: 'parameters.auditRequired', method: 'register' }, { parameters: { auditRequired: '是' } }).result).toBe('unknown');
  });

  it('half a month is no rule: unknown rather than a wrong day', () => {
    const item = { each: 'register.personnel', expect: 'addMonths(row.talk_at, parameters.talkMonths) >= today' };
    expect(judge(item, { registers: bookOf('personnel', [{ no: 'S01', talk_at: '2026-10-01' }]), parameters: { talkMonths: 1.5 } }).result).toBe('unknown');
  });
});

describe('a book that nobody confirmed', () => {
  const staff = { ...bookOf('staff', [{ no: 'S01', state: '在职', dept: 'D1' }], { links: { classified: ['personnel'] } }) };
  const unconfirmed = bookOf('personnel', [{ no: 'S01', state: '在岗' }], { state: 'unconfirmed' });

  it.each([
    ['as the book of the rows', { each: 'register.personnel', expect: 'has(row.undertaking_at)' }],
    ['inside an expression', { method: 'register', expect: 'register.personnel.exists(p, p.state == "在岗")' }],
    ['through a link of another book', { each: 'register.staff', expect: 'row.classified.size() > 0' }],
    ['through a column of a linked row', { each: 'register.staff', expect: 'row.classified.exists(p, p.state == "在岗")' }],
    ['in the selection of rows', { each: 'register.staff', where: 'row.classified.size() == 0', expect: 'row.state == "在职"' }],
    ['in what decides whether the item applies', { each: 'register.staff', applies: 'register.personnel.size() > 0', expect: 'row.state == "在职"' }],
    ['under another name', { method: 'register', expect: '[register].all(r, r.personnel.size() >= 0)' }],
  ] as const)('%s: notchecked', (_where, item) => {
    expect(judge(item, { registers: { ...staff, ...unconfirmed } })).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'register-unconfirmed', about: 'personnel' }] });
  });

  it('a book that the office does not keep counts as unconfirmed', () => {
    expect(judge({ each: 'register.personnel', expect: 'has(row.undertaking_at)' }).result).toBe('notchecked');
  });

  it('once both books are confirmed the same items are judged', () => {
    const registers = { ...staff, ...bookOf('personnel', [{ no: 'S01', state: '在岗' }]) };
    const linked = { staff: { ...registers['staff'], rows: [{ rowId: 'r', revision: 1, label: 'S01', cells: { state: '在职', classified: [{ no: 'S01', state: '在岗' }] } }] } };
    expect(judge({ each: 'register.staff', expect: 'row.classified.exists(p, p.state == "在岗")' }, { registers: { ...registers, ...linked } as never }).result).toBe('pass');
  });
});

describe('a hidden column', () => {
  const registers = bookOf('personnel', [{ no: 'S01', state: '在岗' }], { hiddenColumns: ['undertaking_at'] });

  it('is unavailable, not blank: unknown', () => {
    expect(judge({ each: 'register.personnel', expect: 'has(row.undertaking_at)' }, { registers })).toMatchObject({ result: 'unknown', gaps: [{ reason: 'column-hidden', about: 'personnel.undertaking_at' }] });
  });

  it('is unknown too where another book links to it', () => {
    const staff = bookOf('staff', [{ no: 'S01', classified: [{ no: 'S01' }] }], { links: { classified: ['personnel'] } });
    expect(judge({ each: 'register.staff', expect: 'row.classified.all(p, has(p.undertaking_at))' }, { registers: { ...staff, ...registers } }).result).toBe('unknown');
  });
});

describe('evidence that is missing outranks input that is missing', () => {
  it('an unavailable fact together with a blank parameter: unknown, both named', () => {
    const result = judge({ expect: 'daysBetween(logs.oldest, today) >= parameters.logDays' }, { facts: { logs: unseen('no-permission') } });
    expect(result.result).toBe('unknown');
    expect(result.gaps.map((gap) => gap.reason)).toEqual(['no-permission', 'parameter-blank']);
  });
});
