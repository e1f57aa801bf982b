import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignLicences, lockGaps, movingVersions, reasonGaps, type LockedPackage, type PackageFile } from './dependencies.js';
import { root } from './tree.js';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

const locked = (readJson('package-lock.json') as { packages: Readonly<Record<string, LockedPackage>> }).packages;

/** Every package that is installed for users, direct or not, with the licence it names itself. */
function shippedLicences(): Readonly<Record<string, string | undefined>> {
  const paths = Object.entries(locked).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  const present = paths.map(([path]) => path).filter((path) => existsSync(join(root, path, 'package.json')));
  return Object.fromEntries(
    present.map((path) => [path.split('node_modules/').pop(), (readJson(`${path}/package.json`) as { license?: string }).license]),
  );
}

describe('the dependencies', () => {
  const ours = readJson('package.json') as PackageFile;

  it('have exact versions', () => {
    expect(movingVersions(ours)).toEqual([]);
  });

  it('each have a reason, and no reason has lost its package', () => {
    expect(reasonGaps(ours)).toEqual([]);
  });

  it('are locked whole, for every platform', () => {
    expect(lockGaps(locked)).toEqual([]);
  });

  it('that users install may be shipped', () => {
    const licences = shippedLicences();
    expect(Object.keys(licences).length).toBeGreaterThan(Object.keys(ours.dependencies ?? {}).length);
    expect(foreignLicences(licences)).toEqual([]);
  });
});

describe('a planted violation is reported', () => {
  it.each(['^4.0.0', '~4.0.0', '*', 'latest', '4', '>=4.0.0', 'github:someone/zod'])('the version %s', (version) => {
    expect(movingVersions({ devDependencies: { zod: version } })).toEqual([`zod ${version}`]);
  });

  it('a package without a reason, and a reason without a package', () => {
    const file = {
      dependencies: { zod: '4.6.7', yaml: '2.9.1' },
      'dependencies-because': { zod: 'needed', lodash: 'it was here before us' },
    };
    expect(reasonGaps(file)).toEqual(['zod: no reason in words', 'yaml: no reason in words', 'lodash: a reason without a package']);
  });

  it('a package that the lock promises but does not hold', () => {
    const packages = {
      '': { dependencies: { knip: '6.42.1' } },
      'node_modules/knip': { optionalDependencies: { 'knip-on-windows': '6.42.1' } },
    };
    expect(lockGaps(packages)).toEqual(['node_modules/knip wants knip-on-windows']);
  });

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'SEE LICENSE IN LICENSE', '(MIT AND GPL-2.0)', undefined])('the licence %s', (licence) => {
    expect(foreignLicences({ 'some-package': licence, zod: 'MIT', 'type-fest': '(MIT OR CC0-1.0)' })).toHaveLength(1);
  });
});
