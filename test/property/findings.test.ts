import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { rectifyFinding } from '#findings/rectify-finding.js';
import { reconcileFindings } from '#findings/reconcile-findings.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { afterNight, identifyAfter, nightCheck, passedIn, person, type Seen } from '../unit/findings/night-checks.js';

const people = ['张伟', '李娜', '孙丽'] as const;
type RowState = NonNullable<Seen['rows']>[string];
type Step =
  | { readonly kind: 'night'; readonly zhang: RowState | 'gone'; readonly li: RowState | 'gone' }
  | { readonly kind: 'rectify' | 'verify' | 'reject'; readonly which: number; readonly by: (typeof people)[number] };

const rowState = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('pass' as const, 'fail' as const) }, { weight: 1, arbitrary: fc.constantFrom('unknown' as const, 'notchecked' as const, 'gone' as const) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('night' as const), zhang: rowState, li: rowState }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('rectify' as const, 'verify' as const, 'reject' as const), which: fc.nat({ max: 1 }), by: fc.constantFrom(...people) }) },
);
const steps = fc.array(step, { minLength: 1, maxLength: 25 });

function seenIn({ zhang, li }: Extract<Step, { kind: 'night' }>): readonly Seen[] {
  const rows = Object.fromEntries(Object.entries({ zhang, li }).filter(([, state]) => state !== 'gone')) as NonNullable<Seen['rows']>;
  const states = Object.values(rows);
  const result = (['fail', 'unknown', 'notchecked'] as const).find((worst) => states.includes(worst)) ?? 'pass';
  return [{ itemId: 'PER-04', result: states.length === 0 ? 'notapplicable' : result, rows }];
}

/** The findings after each step; a step that is refused changes nothing. */
function live(all: readonly Step[]): readonly (readonly Finding[])[] {
  const history: (readonly Finding[])[] = [[]];
  all.forEach((each, index) => history.push(after(history.at(-1) ?? [], each, index + 1)));
  return history;
}

function after(findings: readonly Finding[], each: Step, index: number): readonly Finding[] {
  if (each.kind === 'night') {
    const seen = seenIn(each);
    return afterNight(findings, nightCheck(index, seen, 'unit', momentOf(index)), seen);
  }
  return findings.map((finding, position) => (position === each.which ? acted(finding, each, index) : finding));
}

function acted(finding: Finding, { kind, by }: Exclude<Step, { kind: 'night' }>, index: number): Finding {
  const common = { by: person(by), at: momentOf(index) };
  try {
    if (kind === 'rectify') return rectifyFinding(finding, { measure: '已补签', ...common });
    return verifyFinding(finding, { result: kind === 'verify' ? 'pass' : 'fail', ...common });
  } catch (error) {
    if (error instanceof AppError) return finding;
    throw error;
  }
}

function momentOf(index: number): string {
  return new Date(Date.UTC(2026, 0, index)).toISOString();
}

// Two people who rectify in turn and verify each other's work are rare among random steps.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 2000 });

describe('whatever happens to two people\'s missing pledges', () => {
  it('a finding is closed only by a verification that follows a passed re-check, never by its owner or a rectifier', () => {
    fc.assert(
      fc.property(steps, (all) => {
        for (const finding of live(all).at(-1) ?? []) {
          finding.events.forEach((event, index) => {
            if (event.to !== 'closed') return;
            const before = finding.events.slice(0, index);
            expect([event.event, event.from, before.at(-1)?.event]).toEqual(['verified', 'awaiting-verification', 'recheck-passed']);
            expect(before.filter((each) => each.event === 'rectified').map((each) => each.by.person)).not.toContain(event.by.person);
          });
        }
      }),
    );
  });

  it('events form one chain, and the last one says the state', () => {
    fc.assert(
      fc.property(steps, (all) => {
        for (const { events, state } of live(all).at(-1) ?? []) {
          expect(events.map((event) => event.from)).toEqual([null, ...events.slice(0, -1).map((event) => event.to)]);
          expect(events.at(-1)?.to).toBe(state);
        }
      }),
    );
  });

  it('there is never a twin, a number is never lost or used again, and returns are counted', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const history = live(all);
        history.reduce((before, findings) => {
          expect(findings.slice(0, before.length).map((each) => each.number)).toEqual(before.map((each) => each.number));
          return findings;
        });
        const last = history.at(-1) ?? [];
        expect(new Set(last.map((each) => each.fingerprint)).size).toBe(last.length);
        for (const { recurrences, events } of last) expect(recurrences).toBe(events.filter((event) => event.event === 'reopened').length);
      }),
    );
  });

  it('a person\'s finding moves in a night only where that person was judged: losing a fact never heals', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const history = live(all);
        all.forEach((each, index) => {
          if (each.kind !== 'night') return;
          for (const finding of history[index] ?? []) {
            const judged = each[finding.subject.key as 'zhang' | 'li'];
            if (judged === 'pass' || judged === 'fail') continue;
            expect(history[index + 1]).toContainEqual(finding);
          }
        });
      }),
    );
  });

  it('the last night told twice changes nothing', () => {
    fc.assert(
      fc.property(steps, step, (all, last) => {
        fc.pre(last.kind === 'night');
        const seen = seenIn(last);
        const check = nightCheck(99, seen, 'unit', momentOf(99));
        const once = afterNight(live(all).at(-1) ?? [], check, seen);
        expect(reconcileFindings(once, check, passedIn(check, seen), identifyAfter(once))).toEqual([]);
      }),
    );
  });
});
