import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { missingFolders, placeEntry, removeEmptyFolders, replaceText } from '#agent/install/entry-files.js';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zicha-entry-'));
});

describe('the folders on the way to an entry', () => {
  it('are made for the owner only, and go again when nobody uses them', () => {
    const path = join(home, 'a/b/entry');
    const made = missingFolders(path);
    expect(made).toEqual([join(home, 'a'), join(home, 'a/b')]);
    placeEntry(path, Buffer.from('x'));
    expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o644);
    expect(removeEmptyFolders(made)).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });

  it('stay where somebody else has put something', () => {
    mkdirSync(join(home, 'a/b'), { recursive: true });
    writeFileSync(join(home, 'a/theirs'), '');
    expect(removeEmptyFolders([join(home, 'a'), join(home, 'a/b')])).toEqual([join(home, 'a/b')]);
    expect(existsSync(join(home, 'a/theirs'))).toBe(true);
  });
});

describe('a file of the person', () => {
  it('that is a link stays one, and keeps its mode', () => {
    writeFileSync(join(home, 'dotfile'), 'old', { mode: 0o640 });
    symlinkSync('dotfile', join(home, '.profile'));
    replaceText(join(home, '.profile'), 'new');
    expect(lstatSync(join(home, '.profile')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(home, 'dotfile'), 'utf8')).toBe('new');
    expect(statSync(join(home, 'dotfile')).mode & 0o777).toBe(0o640);
  });

  it('that cannot be written is an error with its name, and stays as it was', () => {
    writeFileSync(join(home, 'file'), 'old');
    expect(() => { placeEntry(join(home, 'file/below'), Buffer.from('x')); }).toThrowError(expect.objectContaining({ code: 'output-not-writable' }));
    expect(readFileSync(join(home, 'file'), 'utf8')).toBe('old');
  });
});
