import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { RegisterTemplate } from '#domain/register.js';
import { openBook, readBook } from '#registers/read-book.js';

const folder = join(import.meta.dirname, '../fixtures/workbooks');
const devices = RegisterTemplate.parse(JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')));
const whole = readFileSync(join(folder, 'days-as-numbers.xlsx'));

/** The rows of a file, or the code with which it was refused; anything else that is thrown is a fault. */
async function reading(bytes: Uint8Array): Promise<unknown> {
  try {
    return readBook(await openBook(bytes, '设备.xlsx'), devices).rows.map(({ cells }) => cells);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('a workbook that was damaged on its way', () => {
  it('gives the same rows or is refused in words: one changed byte never becomes another cell', async () => {
    const rows = await reading(whole);
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const outcome = await reading(bytes);
        outcomes.add(typeof outcome === 'string' ? 'refused' : 'read');
        if (typeof outcome !== 'string') expect(outcome).toEqual(rows);
      }),
      { numRuns: 400 },
    );
    expect([...outcomes].sort()).toEqual(['read', 'refused']);
  });

  it('is refused wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: whole.length - 1 }), async (length) => {
        expect(await reading(whole.subarray(0, length))).toEqual(expect.stringMatching(/^workbook-damaged$/));
      }),
      { numRuns: 60 },
    );
  });
});
