import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import layers from '../../src/layers.json' with { type: 'json' };
import { importViolations } from './import-law.js';
import { root } from './tree.js';

const planted: string[] = [];
afterAll(() => {
  for (const folder of planted) rmSync(folder, { recursive: true });
});

/** What a house with just these files would be told. */
async function toldAbout(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-house-'));
  planted.push(folder);
  for (const [path, text] of Object.entries({ 'src/domain/person.ts': 'export const person = 1;', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return importViolations(folder, layers);
}

const usesPerson = `import { person } from '#domain/person.js'; export const name = person;`;

describe('the layers', () => {
  it('hold in the house as it stands', async () => {
    expect(await importViolations(root, layers)).toEqual([]);
  });

  it('are every folder of src, and nothing else', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(layers.layers.map(({ folder }) => folder).sort());
  });

  it('let a room use the nouns below it', async () => {
    expect(await toldAbout({ 'src/store/keep.ts': usesPerson })).toEqual([]);
  });
});

describe('a planted violation is reported', () => {
  it('when a noun knows a room above it', async () => {
    const files = {
      'src/domain/round.ts': `import { keep } from '#store/keep.js'; export const round = keep;`,
      'src/store/keep.ts': `export const keep = 1;`,
    };
    expect(await toldAbout(files)).toContain('layer-domain: src/domain/round.ts → src/store/keep.ts');
  });

  it('when two rooms of one level know each other, even by a type', async () => {
    const files = {
      'src/findings/follow.ts': `import type { Score } from '#evaluation/score.js'; export type Follow = Score;`,
      'src/evaluation/score.ts': `export type Score = 1;`,
    };
    expect(await toldAbout(files)).toContain('layer-findings: src/findings/follow.ts → src/evaluation/score.ts');
  });

  it('when a file lies in a folder that the law does not know', async () => {
    const files = {
      'src/store/keep.ts': `import { trick } from '#tricks/trick.js'; export const keep = trick;`,
      'src/tricks/trick.ts': `export const trick = 1;`,
    };
    expect(await toldAbout(files)).toContain('layer-store: src/store/keep.ts → src/tricks/trick.ts');
  });

  it('when two files import each other', async () => {
    const files = {
      'src/store/journal.ts': `import { frame } from './frame.js'; export const journal = () => frame;`,
      'src/store/frame.ts': `import { journal } from './journal.js'; export const frame = () => journal;`,
    };
    expect((await toldAbout(files)).filter((line) => line.startsWith('no-cycle'))).not.toEqual([]);
  });

  it('when nobody imports a file that imports nobody', async () => {
    expect(await toldAbout({ 'src/store/keep.ts': usesPerson, 'src/store/alone.ts': 'export const alone = 1;' })).toEqual([
      'no-orphan: src/store/alone.ts → src/store/alone.ts',
    ]);
  });

  it('when an import leads nowhere', async () => {
    expect(await toldAbout({ 'src/store/keep.ts': `${usesPerson} import './gone.js';` })).toEqual([
      'no-unresolved: src/store/keep.ts → ./gone.js',
    ]);
  });

  it.each(layers.homes.map(({ library }) => library))('when %s is used outside its home', async (library) => {
    const found = await toldAbout({
      'src/domain/round.ts': `import it from '${library}'; import { person } from './person.js'; export const round = [it, person];`,
    });
    expect(found.filter((line) => line.startsWith(`home-of-${library}`))).toHaveLength(1);
  });

  it.each(['node:https', 'node:net', 'node:dns', 'node:vm'])('when %s would open a connection or run text', async (library) => {
    const found = await toldAbout({
      'src/cli/call.ts': `import it from '${library}'; import { person } from '#domain/person.js'; export const call = [it, person];`,
    });
    expect(found.filter((line) => line.startsWith('home-of-'))).toHaveLength(1);
  });
});
