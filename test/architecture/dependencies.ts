/** The parts of package.json that the laws of dependencies read. */
export interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly 'dependencies-because'?: Readonly<Record<string, string>>;
}

/** One entry of package-lock.json. */
export interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Licences under which a work may be shipped together with an Apache-2.0 one. */
const allowedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense'];

/** Packages whose package.json names no licence, and what their licence file says. */
const licenceFiles: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** A version that can move is a program nobody tested. */
export function movingVersions(file: PackageFile): readonly string[] {
  const wanted = Object.entries({ ...file.dependencies, ...file.devDependencies });
  return wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)).map(([name, version]) => `${name} ${version}`);
}

/** Each package is there for a reason, and each reason for a package. */
export function reasonGaps(file: PackageFile): readonly string[] {
  const names = Object.keys({ ...file.dependencies, ...file.devDependencies });
  const reasons = file['dependencies-because'] ?? {};
  return [
    ...names.filter((name) => (reasons[name] ?? '').split(' ').length < 4).map((name) => `${name}: no reason in words`),
    ...Object.keys(reasons)
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: a reason without a package`),
  ];
}

/** Packages that may not be shipped: name → the licence it gives. */
export function foreignLicences(licences: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found = Object.entries(licences).map(([name, licence]) => [name, licence ?? licenceFiles[name] ?? 'none'] as const);
  return found.filter(([, licence]) => !isAllowed(licence)).map(([name, licence]) => `${name}: ${licence}`);
}

/** Packages that the lock file promises to others but does not hold; with one of them `npm ci` refuses the whole file. */
export function lockGaps(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  const held = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !held.has(name))
      .map((name) => `${path} wants ${name}`),
  );
}

// `A OR B` leaves the choice; anything else has to be on the list whole.
function isAllowed(licence: string): boolean {
  return licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((name) => allowedLicences.includes(name));
}
