import { describe, expect, it } from 'vitest';
import { Basis } from '#domain/basis.js';
import { Deduction, Item } from '#domain/checklist.js';
import { Fact } from '#domain/fact.js';
import { Parameter } from '#domain/parameter.js';
import { IsoDay, IsoInstant } from '#domain/primitives.js';
import { RegisterTemplate } from '#domain/register.js';
import { itemOf } from '../evaluation/small-office.js';

describe('days and moments', () => {
  it.each([['2026-03-05', true], ['2026-02-29', false], ['2024-02-29', true], ['2026-3-5', false], ['2026-13-01', false]])('%s as a day: %s', (text, valid) => {
    expect(IsoDay.safeParse(text).success).toBe(valid);
  });

  it.each([['2026-11-24T02:00:00.000Z', true], ['2026-11-24T10:00:00+08:00', true], ['2026-11-24T10:00:00', false], ['2026-11-24', false]])('%s as a moment: %s', (text, valid) => {
    expect(IsoInstant.safeParse(text).success).toBe(valid);
  });
});

describe('an unavailable fact', () => {
  it('has a reason, and never a value beside it', () => {
    const unavailable = { status: 'unavailable', reason: 'no-permission', sources: [], readAt: '2026-11-24T02:00:00.000Z' };
    expect([unavailable, { ...unavailable, value: {} }, { ...unavailable, reason: undefined }].map((fact) => Fact.safeParse(fact).success)).toEqual([true, false, false]);
  });
});

describe('a basis', () => {
  it.each([
    [{ kind: 'law', law: '保守国家秘密法', article: 43 }, true],
    [{ kind: 'law', law: '保守国家秘密法' }, false],
    [{ kind: 'law', law: '保守国家秘密法', article: 0 }, false],
    [{ kind: 'practice', note: '惯例' }, false],
    [{ kind: 'standard', law: 'x', article: 1 }, false],
  ])('%j: %s', (basis, valid) => {
    expect(Basis.safeParse(basis).success).toBe(valid);
  });
});

describe('points', () => {
  it.each([[0.01, true], [0.005, false], [100, true], [100.01, false], [-1, false], [[0.5, 1], true], [[0.5], false], ['1', false]])('%j as the points of a deduction: %s', (points, valid) => {
    expect(Deduction.safeParse({ id: 'UNIT-01.1', when: '没有听取', points }).success).toBe(valid);
  });

  it('of an item may be unknown: null, which is not zero', () => {
    expect([null, 0, undefined].map((points) => Item.safeParse({ ...itemOf({ expect: 'true' }), points }).success)).toEqual([true, true, true]);
  });
});

describe('what the unit filled in', () => {
  const rule = { id: 'logDays', source: '办法', approvedBy: '周建国', since: '2026-01-01', setAt: '2026-01-01T02:00:00.000Z' };

  it.each([[180, true], ['每季度', true], [false, true], [{ 核心: 16 }, true], [[180], false], [null, false]])('%j: %s', (value, valid) => {
    expect(Parameter.safeParse({ ...rule, value }).success).toBe(valid);
  });

  it('has a source and somebody who approved it', () => {
    expect([{ ...rule, value: 1, source: '' }, { ...rule, value: 1, approvedBy: '' }].map((each) => Parameter.safeParse(each).success)).toEqual([false, false]);
  });
});

describe('a form', () => {
  const form = { id: 'rooms', version: 1, title: { zh: '房间', en: 'Rooms' }, group: 'places', sensitivity: 'internal', source: '本局自拟', key: ['no'], label: 'no', columns: [{ key: 'no', title: { zh: '编号', en: 'No.' }, type: 'string' }] };

  it.each([
    ['as it should be', form, true],
    ['with a column of an unknown type', { ...form, columns: [{ ...form.columns[0], type: 'formula' }] }, false],
    ['without an English title', { ...form, title: { zh: '房间' } }, false],
    ['with a column key that expressions cannot say', { ...form, columns: [{ ...form.columns[0], key: '编号' }] }, false],
    ['with a list of one value', { ...form, columns: [{ ...form.columns[0], type: 'enum', values: ['有'] }] }, false],
  ])('%s', (_what, given, valid) => {
    expect(RegisterTemplate.safeParse(given).success).toBe(valid);
  });
});
