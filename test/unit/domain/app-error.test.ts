import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, type ErrorCode } from '#domain/app-error.js';
import { exitCodes } from '#domain/exit-code.js';

describe('an error that is shown to a person', () => {
  it('is a code and its blanks, never a sentence', () => {
    const error = new AppError('file-not-found', { file: '台账.csv' });
    expect([error.message, error.code, error.params, error.problems]).toEqual(['file-not-found', 'file-not-found', { file: '台账.csv' }, []]);
  });

  it('keeps its cause', () => {
    const cause = new Error('ENOENT');
    expect(new AppError('file-not-found', {}, { cause }).cause).toBe(cause);
    expect(new AppError('file-not-found')).not.toHaveProperty('cause');
  });

  it.each([['file-not-found', 4], ['store-busy', 3], ['store-damaged', 20], ['internal', 1], ['interrupted', 130], ['usage-unknown-flag', 2], ['report-not-ours', 5]] as const)('%s ends with %i', (code, exit) => {
    expect(new AppError(code).exit).toBe(exit);
  });

  it('every code has one exit, and no exit is a count', () => {
    const exits = (Object.keys(errorCodes) as ErrorCode[]).map((code) => new AppError(code).exit);
    expect([...new Set(exits)].filter((exit) => !Object.values<number>(exitCodes).includes(exit))).toEqual([]);
  });
});

describe('the exit codes', () => {
  it('are the published ones: other programs rely on them', () => {
    expect(exitCodes).toEqual({ done: 0, internal: 1, usage: 2, notReady: 3, badInput: 4, verificationFailed: 5, findings: 10, incomplete: 11, veto: 12, damaged: 20, interrupted: 130 });
  });
});
