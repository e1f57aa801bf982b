import { describe, expect, it } from 'vitest';
import { FindingEvent, findingStates, type Finding, type FindingState } from '#domain/finding.js';
import { nextState, type LifecycleEvent } from '#findings/lifecycle.js';

const events = FindingEvent.shape.event.options;
const O = 'open', R = 'remediating', A = 'awaiting-verification', C = 'closed', D = 'deviation-approved', W = 'withdrawn';

/** Every step there is; what is not written here must not exist. */
const steps: Readonly<Record<FindingState, Readonly<Partial<Record<LifecycleEvent, FindingState>>>>> = {
  [O]: { 'seen-again': O, 'recheck-passed': A, assigned: R, rectified: R, deviated: D, withdrawn: W, extended: O, 'withdrawal-asked': O, 'withdrawal-refused': O },
  [R]: { 'seen-again': R, 'recheck-passed': A, assigned: R, rectified: R, deviated: D, withdrawn: W, extended: R, 'withdrawal-asked': R, 'withdrawal-refused': R },
  [A]: { 'seen-again': R, 'recheck-passed': A, assigned: A, verified: C, rejected: R },
  [C]: { reopened: O, 'recheck-passed': C, assigned: C },
  [D]: { 'seen-again': D, 'recheck-passed': C, deviated: D, 'deviation-expired': O, reopened: O },
  [W]: { 'seen-again': W, 'recheck-passed': W, reopened: O },
};
const all = findingStates.flatMap((state) => events.map((event) => [state, event] as const));

describe('the steps in the life of a finding', () => {
  it('the table speaks of all six states and fourteen events', () => {
    expect([Object.keys(steps).length, events.length, all.length]).toEqual([findingStates.length, 14, 84]);
  });

  it.each(all)('found by a check: %s + %s', (state, event) => {
    for (const source of ['automated', 'register'] as const) expect(nextState({ state, source }, event)).toBe(steps[state][event]);
  });

  it.each(all)('found by a person: %s + %s', (state, event) => {
    const reported = event === 'rectified' && (state === O || state === R || state === D) ? A : steps[state][event];
    for (const source of ['manual', 'person', 'supervision'] as const) expect(nextState({ state, source }, event)).toBe(reported);
  });

  it('nothing is closed but by a verification, or by a cure under an approved deviation', () => {
    const ways = all.filter(([state, event]) => state !== C && nextState({ state, source: 'automated' }, event) === C);
    expect(ways).toEqual([[A, 'verified'], [D, 'recheck-passed']]);
  });

  it('a reported cure alone never closes, whoever found the problem', () => {
    const sources: readonly Finding['source'][] = ['automated', 'register', 'manual', 'person', 'supervision'];
    expect(sources.flatMap((source) => findingStates.map((state) => nextState({ state, source }, 'rectified')))).not.toContain(C);
  });
});
