import type { DescribedError } from '../describe-error.js';
import { wrap } from '../wrap.js';

const most = 20;

/** The wrong places of a file, and each cure once. */
export function problemLines(problems: DescribedError['problems'], width: number): string[] {
  const shown = problems.slice(0, most);
  const cures = [...new Set(shown.map(({ cure }) => cure))];
  return [...shown.flatMap(({ message }) => wrap(`  ${message}`, width)), ...(problems.length > most ? [`  … +${String(problems.length - most)}`] : []), ...cures.flatMap((cure) => wrap(`  - ${cure}`, width))];
}
