import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listYaml } from '#catalog/list-yaml.js';
import { readBytes } from '#catalog/read-bytes.js';
import { refusalOf, scratchFolder } from './broken-files.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

describe('the bytes of a file', () => {
  it('are read up to the limit, and not one more', () => {
    const file = folder.file('book.csv', 'x'.repeat(100));
    expect(readBytes(file, 100)).toHaveLength(100);
    expect(refusalOf(() => readBytes(file, 99)).params).toEqual({ file, bytes: 100, limit: 99 });
  });

  it('of a file that is not there, or of a folder: told apart', () => {
    expect(refusalOf(() => readBytes(join(folder.path, 'none.csv'), 100)).code).toBe('file-not-found');
    expect(refusalOf(() => readBytes(folder.path, 100)).code).toBe('file-unreadable');
    expect(refusalOf(() => readBytes(join(folder.file('a.csv', ''), 'b.csv'), 100)).code).toBe('file-unreadable');
  });
});

describe('the YAML files of a folder', () => {
  it('are listed by name, nothing else is', () => {
    const own = scratchFolder();
    for (const name of ['staff.yaml', 'notes.txt', 'rooms.yaml', 'staff.yaml.bak']) own.file(name, '');
    expect(listYaml(own.path)).toEqual([join(own.path, 'rooms.yaml'), join(own.path, 'staff.yaml')]);
    own.remove();
  });

  it('a folder that cannot be listed is an error, never an empty list', () => {
    expect(refusalOf(() => listYaml(join(folder.path, 'none'))).code).toBe('file-not-found');
  });
});
