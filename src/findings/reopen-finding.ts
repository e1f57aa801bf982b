import type { Finding } from '#domain/finding.js';
import { stepped, withReason, type Taken } from './step.js';
import { without } from './without.js';

/** Opens a finding again by a person's decision; what was closed counts as having come back, and gets a new deadline. */
export function reopenFinding(finding: Finding, { reason, by, at }: Taken & { readonly reason: string }): Finding {
  const recurrences = finding.recurrences + (finding.state === 'closed' ? 1 : 0);
  return without(stepped(finding, { event: 'reopened', by, at, note: withReason(reason) }, { recurrences }), 'dueOn', 'deviation');
}
