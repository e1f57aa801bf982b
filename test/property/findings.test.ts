import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '#evaluation/day-functions.js';
import { AppError } from '#domain/app-error.js';
import { findingEvents, type Finding } from '#domain/finding.js';
import { assignFinding } from '#findings/assign-finding.js';
import { deviateFinding } from '#findings/deviate-finding.js';
import { asOfToday } from '#findings/expire-deviation.js';
import { extendFinding } from '#findings/extend-finding.js';
import { rectifyFinding } from '#findings/rectify-finding.js';
import { reconcileFindings } from '#findings/reconcile-findings.js';
import { reopenFinding } from '#findings/reopen-finding.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { askWithdrawal, decideWithdrawal } from '#findings/withdraw-finding.js';
import { afterNight, identifyAfter, nightCheck, passedIn, person, type Seen } from '../unit/findings/night-checks.js';

const people = ['张伟', '李娜', '孙丽'] as const;
const later = ['assign', 'extend', 'deviate', 'ask', 'confirm', 'refuse', 'reopen'] as const;
const tool = { person: '自查程序', role: 'tool', proof: 'claimed' } as const;
type RowState = NonNullable<Seen['rows']>[string];
type Step =
  | { readonly kind: 'night'; readonly zhang: RowState | 'gone'; readonly li: RowState | 'gone' }
  | { readonly kind: 'rectify' | 'verify' | 'reject'; readonly which: number; readonly by: (typeof people)[number] };
interface LaterStep {
  readonly kind: (typeof later)[number];
  readonly which: number;
  readonly by: (typeof people)[number];
  /** From today to the last day of an extension or deviation. */
  readonly days: number;
}
type AnyStep = Step | LaterStep;

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

// Every step there is, by three people over two months, with a deviation that may run out in between.
const anyStep = fc.oneof(
  { weight: 4, arbitrary: step },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom(...later), which: fc.nat({ max: 1 }), by: fc.constantFrom(...people), days: fc.integer({ min: -1, max: 5 }) }) },
);
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 30 });

/** The findings after each day: what has run out by then is open again, then the step of the day is taken. */
function wholeLife(all: readonly AnyStep[]): readonly (readonly Finding[])[] {
  const history: (readonly Finding[])[] = [[]];
  all.forEach((each, index) => {
    const day = index + 1;
    const today = (history.at(-1) ?? []).map((finding) => asOfToday(finding, dayOf(day), tool));
    history.push('days' in each ? today.map((finding, position) => (position === each.which ? movedBy(finding, each, day) : finding)) : after(today, each, day));
  });
  return history;
}

function movedBy(finding: Finding, { kind, by, days }: LaterStep, day: number): Finding {
  const taken = { by: person(by), at: momentOf(day) };
  const until = dayOf(day + days);
  const steps: Readonly<Record<LaterStep['kind'], () => Finding>> = {
    assign: () => assignFinding(finding, { owner: by, ...taken }),
    extend: () => extendFinding(finding, { until, reason: '设备未到', due: dayOf(day), ...taken }),
    deviate: () => deviateFinding(finding, { reason: '设备待更换', approvedBy: '王局长', document: '3号', until, today: dayOf(day), ...taken }, { forbids: () => undefined, addMonths }),
    ask: () => askWithdrawal(finding, { reason: '登记有误', ...taken }),
    confirm: () => decideWithdrawal(finding, { agreed: true, ...taken }),
    refuse: () => decideWithdrawal(finding, { agreed: false, ...taken }),
    reopen: () => reopenFinding(finding, { reason: '又见', ...taken }),
  };
  try {
    return steps[kind]();
  } catch (error) {
    if (error instanceof AppError) return finding;
    throw error;
  }
}

function dayOf(index: number): string {
  return momentOf(index).slice(0, 10);
}

describe('whatever people do besides', () => {
  const lives = (check: (finding: Finding, history: readonly (readonly Finding[])[]) => void): void => {
    fc.assert(fc.property(anySteps, (all) => {
      const history = wholeLife(all);
      for (const finding of history.at(-1) ?? []) check(finding, history);
    }));
  };

  it('events form one chain in the order of time, and the last one says the state', () => {
    lives(({ events, state }) => {
      expect(events.map(({ from }) => from)).toEqual([null, ...events.slice(0, -1).map(({ to }) => to)]);
      expect(events.at(-1)?.to).toBe(state);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
    });
  });

  it('closed only by a verification after a passed re-check, or by the cure of what was excepted and had not run out', () => {
    lives(({ events }) => {
      events.forEach((each, index) => {
        if (each.to !== 'closed' || each.from === 'closed') return;
        const before = events.slice(0, index);
        if (each.event === 'recheck-passed') expect([each.from, (before.findLast(({ event }) => event === 'deviated')?.day ?? '') >= each.at.slice(0, 10)]).toEqual(['deviation-approved', true]);
        else expect([each.event, before.findLast(({ from, to }) => from !== to)?.event]).toEqual(['verified', 'recheck-passed']);
      });
    });
  });

  it('never closed or withdrawn by the one who owns it then or ever rectified it', () => {
    fc.assert(fc.property(anySteps, (all) => {
      const history = wholeLife(all);
      history.forEach((findings, index) => {
        for (const finding of findings) {
          const before = history[index - 1]?.find(({ id }) => id === finding.id);
          const last = finding.events.at(-1);
          if (before === undefined || last === undefined || before.events.length === finding.events.length || (last.event !== 'verified' && last.event !== 'withdrawn')) continue;
          expect([before.owner, ...before.events.filter(({ event }) => event === 'rectified').map(({ by }) => by.person)]).not.toContain(last.by.person);
        }
      });
    }));
  });

  it('withdrawn only by two different people, and with no decision on it in between', () => {
    lives(({ events }) => {
      events.forEach((each, index) => {
        if (each.to !== 'withdrawn' || each.from === 'withdrawn') return;
        const asked = events.slice(0, index).findLast(({ event }) => event === 'withdrawal-asked' || event === 'withdrawal-refused' || event === 'reopened');
        expect([each.event, asked?.event]).toEqual(['withdrawn', 'withdrawal-asked']);
        expect(asked?.by.person).not.toBe(each.by.person);
      });
    });
  });

  it('recurrences are the times it came back after it was closed', () => {
    lives(({ events, recurrences }) => {
      expect(recurrences).toBe(events.filter(({ event, from }) => event === 'reopened' && from === 'closed').length);
    });
  });

  it('a deviation never outlives its day: on the day after it is open, with no deadline of before', () => {
    fc.assert(fc.property(anySteps, (all) => {
      wholeLife(all).forEach((findings, day) => {
        for (const { state, deviation } of findings) if (state === 'deviation-approved') expect((deviation?.until ?? '') >= dayOf(day)).toBe(true);
      });
    }));
    lives(({ events }) => {
      for (const { event, at, day } of events) if (event === 'deviation-expired') expect([Date.parse(at) - Date.parse(`${day ?? ''}T00:00:00+08:00`)]).toEqual([86_400_000]);
    });
  });

  it('losing a fact never heals: in a night that says nothing about a person nothing about them moves, but by the calendar', () => {
    fc.assert(fc.property(anySteps, (all) => {
      const history = wholeLife(all);
      all.forEach((each, index) => {
        if (each.kind !== 'night') return;
        for (const finding of history[index] ?? []) {
          const judged = each[finding.subject.key as 'zhang' | 'li'];
          if (judged !== 'pass' && judged !== 'fail') expect(history[index + 1]).toContainEqual(asOfToday(finding, dayOf(index + 1), tool));
        }
      });
    }));
  });

  it('the steps are really met: each of them in some life', () => {
    const met = new Set<string>();
    lives(({ events }) => {
      for (const { event } of events) met.add(event);
    });
    expect([...met].sort()).toEqual([...findingEvents].sort());
  });
});
