import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';

/** Refuses the owner and everyone who ever reported a rectification; the names are what people claim, and the papers say so. */
export function refuseOwnWork(finding: Finding, person: string): void {
  const rectifiers = finding.events.filter((each) => each.event === 'rectified').map((each) => each.by.person);
  if (isOneOf(person, [finding.owner ?? '', ...rectifiers])) throw new AppError('finding-verifier-is-owner', { number: finding.number, person });
}

/** True for the same name, however it is spaced: names of two characters are often spaced out to the width of three. */
export function isOneOf(person: string, people: readonly string[]): boolean {
  return people.map(spelt).filter((name) => name !== '').includes(spelt(person));
}

function spelt(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}
