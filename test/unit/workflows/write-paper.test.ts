import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePaper } from '#workflows/write-paper.js';
import { refusalOf } from '../catalog/broken-files.js';

const codeOf = (run: () => void): string => refusalOf(run).code;

describe('a paper is put in place', () => {
  it('in folders that are made for it, for its owner only', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zicha-paper-')), '迎检', '2026', '报告.pdf');
    writePaper(file, Buffer.from('paper'));
    expect(readFileSync(file, 'utf8')).toBe('paper');
    expect([statSync(file).mode & 0o777, statSync(join(file, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('or refused at once where no folder can be made', () => {
    expect(codeOf(() => { writePaper('/proc/zicha/paper.pdf', Buffer.from('paper')); })).toBe('output-not-writable');
  });

  it('or refused where a file stands in the way of a folder', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zicha-paper-')), 'file');
    writePaper(file, Buffer.from('x'));
    expect(codeOf(() => { writePaper(join(file, 'paper.pdf'), Buffer.from('paper')); })).toBe('output-not-writable');
  });
});
