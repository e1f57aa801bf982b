import type { Finding } from '#domain/finding.js';
import type { PaperFinding } from '../paper-source.js';

/** How far a list of problems is; what was withdrawn is no problem and is not counted. */
export interface ProblemCounts {
  readonly counted: number;
  readonly closed: number;
  readonly awaiting: number;
  readonly remediating: number;
  readonly open: number;
  readonly deviation: number;
  readonly withdrawn: number;
  readonly overdue: number;
}

export function problemCounts(problems: readonly PaperFinding[]): ProblemCounts {
  const count = (state: Finding['state']): number => problems.filter(({ finding }) => finding.state === state).length;
  const withdrawn = count('withdrawn');
  return { counted: problems.length - withdrawn, closed: count('closed'), awaiting: count('awaiting-verification'), remediating: count('remediating'), open: count('open'), deviation: count('deviation-approved'), withdrawn, overdue: problems.filter(({ overdue }) => overdue).length };
}
