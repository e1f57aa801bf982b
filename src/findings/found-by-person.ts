import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { fingerprint } from './fingerprint.js';
import { nextState } from './lifecycle.js';
import { without } from './without.js';

/** A problem that a person or an inspecting body has found. */
export interface Found extends Pick<Finding, 'statement' | 'subject' | 'severity' | 'source' | 'basis'>, Partial<Pick<Finding, 'itemId' | 'checklistId' | 'objective' | 'section' | 'remediation' | 'owner' | 'leader' | 'department' | 'kind' | 'dueOn' | 'cause' | 'measure' | 'supervisionId' | 'inspectionId'>> {
  readonly by: Actor;
  readonly at: string;
  /** What tells it apart where neither item nor statement does, e.g. the number of an opinion. */
  readonly printKey?: string;
}

/** Identity of such a problem: its item where it has one, else what it says, × subject; an opinion is one problem whatever it says. */
export function printOfFound({ itemId, statement, subject, supervisionId, printKey }: Pick<Found, 'itemId' | 'statement' | 'subject' | 'supervisionId' | 'printKey'>): string {
  return fingerprint(printKey ?? itemId ?? `said:${statement}`, supervisionId ?? subject.key, undefined);
}

// As long as the text of an opinion may be (Opinion.text).
const longestStatement = 1000;

/** The finding opened for it. */
export function openFound(found: Found, identity: { readonly id: string; readonly number: string }): Finding {
  const { by, at, ...given } = found;
  if (given.statement.length > longestStatement) throw new AppError('text-too-long', { field: 'statement', limit: longestStatement });
  const kept = without(given, 'printKey');
  const opened: Finding = {
    ...identity,
    itemId: '',
    checklistId: '',
    objective: kept.statement,
    ...kept,
    fingerprint: printOfFound(found),
    state: 'open',
    firstSeenAt: at,
    lastSeenAt: at,
    recurrences: 0,
    evidence: [],
    events: [{ at, by, event: 'opened', from: null, to: 'open' }],
  };
  const { owner } = kept;
  const to = owner === undefined ? undefined : nextState(opened, 'assigned');
  return to === undefined || owner === undefined ? opened : { ...opened, state: to, events: [...opened.events, { at, by, event: 'assigned', from: 'open', to, note: owner }] };
}
