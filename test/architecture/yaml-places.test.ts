import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repository, root } from './tree.js';
import { strayYaml } from './yaml-places.js';

const planted = mkdtempSync(join(tmpdir(), 'zicha-yaml-'));
afterAll(() => {
  rmSync(planted, { recursive: true });
});

function plant(path: string, text: string): readonly string[] {
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, path), text);
  return strayYaml(planted, [path]);
}

it('every YAML file that is shipped has a schema and obeys it', () => {
  expect(strayYaml(root, repository.keys())).toEqual([]);
});

it('a file where nothing opens it is reported', () => {
  expect(plant('templates/letters/notice.yaml', 'id: notice')).toEqual(['templates/letters/notice.yaml: nothing opens a file here']);
});

it('a parameter with an unknown key is reported', () => {
  const parameters = 'parameters:\n  - { id: trainingHours, title: 年度学时, type: number }\n';
  expect(plant('checklists/parameters.yaml', parameters)).toEqual([]);
  expect(plant('checklists/parameters.yaml', parameters.replace(' }', ', default: 15 }'))).toEqual([
    expect.stringContaining('shape-unknown-key'),
  ]);
});
