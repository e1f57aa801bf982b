import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '#domain/fact.js';
import { partlyReadable, unavailableReasons } from '#domain/fact.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import type { World } from '#evaluation/world.js';
import { bookOf, compiled, itemOf, seen, unseen, worldOf } from '../unit/evaluation/small-office.js';

/** Yes-or-no pieces of expressions, each with what it reads. */
const atoms = [
  { source: 'firewall.active', facts: ['firewall'] },
  { source: 'accounts.uidZero == 1', facts: ['accounts'] },
  { source: 'accounts.uidZero > accounts.login', facts: ['accounts'] },
  { source: 'network.activeAdapters.size() <= 1', facts: ['network'] },
  { source: 'network.activeAdapters.exists(a, a.kind == "mobile")', facts: ['network'] },
  { source: 'network.activeAdapters.all(a, a.kind == "wired" || firewall.active)', facts: ['network', 'firewall'] },
  { source: 'machine.network == "internal"', facts: [] },
  { source: 'parameters.logDays >= 180', facts: [], parameter: 'logDays' },
  { source: 'register.personnel.exists(p, p.state == "在岗")', facts: [], book: 'personnel' },
  { source: 'register.staff.all(s, has(s.hours_year) && s.hours_year > 0)', facts: [], book: 'staff' },
] as const;

interface Expression {
  readonly source: string;
  readonly used: readonly (typeof atoms)[number][];
}

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...atoms).map((atom) => ({ source: atom.source, used: [atom] })),
    fc.tuple(tie('expression'), fc.constantFrom('&&', '||', '==', '!='), tie('expression')).map(([left, operator, right]) => ({ source: `(${left.source}) ${operator} (${right.source})`, used: [...left.used, ...right.used] })),
    tie('expression').map((inner) => ({ source: `!(${inner.source})`, used: inner.used })),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([when, then, otherwise]) => ({ source: `(${when.source}) ? (${then.source}) : (${otherwise.source})`, used: [...when.used, ...then.used, ...otherwise.used] })),
  ),
}));

const adapters = fc.array(fc.record({ kind: fc.constantFrom('wired', 'wireless', 'mobile') }), { maxLength: 3 });
const world: fc.Arbitrary<World> = fc
  .record({ active: fc.boolean(), uidZero: fc.nat({ max: 3 }), login: fc.nat({ max: 3 }), activeAdapters: adapters, days: fc.constantFrom(90, 180), states: fc.array(fc.constantFrom('在岗', '解除'), { maxLength: 3 }), hours: fc.array(fc.option(fc.nat({ max: 9 })), { maxLength: 3 }) })
  .map(({ active, uidZero, login, activeAdapters, days, states, hours }) =>
    worldOf({
      facts: { firewall: seen({ active }), accounts: seen({ uidZero, login }), network: seen({ activeAdapters, defaultRoutes: 1, tethering: false }) },
      parameters: { logDays: days },
      registers: { ...bookOf('personnel', states.map((state) => ({ state }))), ...bookOf('staff', hours.map((each) => (each === null ? {} : { hours_year: each }))) },
    }),
  );
const judge = (source: string, given: World): string => evaluateChecklist(compiled(itemOf({ method: 'register', expect: source })), given).results[0]?.result ?? '';
const without = (given: World, id: string, fact: Fact | undefined): World => ({ ...given, facts: { ...Object.fromEntries(Object.entries(given.facts).filter(([each]) => each !== id)), ...(fact === undefined ? {} : { [id]: fact }) } });
const lost = fc.option(fc.constantFrom(...unavailableReasons.filter((reason) => reason !== 'classified-machine')), { nil: undefined });

describe('whatever the expression', () => {
  it('with everything known it is pass or fail', () => {
    fc.assert(
      fc.property(expression, world, ({ source }, given) => {
        expect(['pass', 'fail']).toContain(judge(source, given));
      }),
    );
  });

  it('a fact that it reads and that is lost makes it unknown: no operator absorbs that', () => {
    fc.assert(
      fc.property(expression, world, lost, fc.nat(), ({ source, used }, given, reason, pick) => {
        const facts = used.flatMap((atom) => [...atom.facts]);
        const id = facts[pick % Math.max(1, facts.length)];
        fc.pre(id !== undefined);
        expect(judge(source, without(given, id, reason === undefined ? undefined : unseen(reason)))).toBe('unknown');
      }),
    );
  });

  it('a fact that it does not read changes nothing', () => {
    fc.assert(
      fc.property(expression, world, fc.constantFrom('firewall', 'accounts', 'network'), ({ source, used }, given, id) => {
        fc.pre(!used.some((atom) => atom.facts.some((fact) => fact === id)));
        expect(judge(source, without(given, id, unseen('crashed')))).toBe(judge(source, given));
      }),
    );
  });

  it('a blank parameter or an unconfirmed book that it reads makes it notchecked', () => {
    fc.assert(
      fc.property(expression, world, ({ source, used }, given) => {
        const atom = used.find((each) => 'parameter' in each || 'book' in each);
        fc.pre(atom !== undefined);
        const books = 'book' in atom ? { [atom.book]: { ...given.registers[atom.book], state: 'unconfirmed' } } : {};
        const blanked = { ...given, parameters: 'parameter' in atom ? {} : given.parameters, registers: { ...given.registers, ...books } } as World;
        expect(judge(source, blanked)).toBe('notchecked');
      }),
    );
  });

  it('a list that was read only in part never changes pass into fail or fail into pass', () => {
    fc.assert(
      fc.property(expression, world, adapters, ({ source }, given, unread) => {
        const { network } = given.facts;
        fc.pre(network?.status === 'observed');
        const known = network.value['activeAdapters'] as object[];
        const withList = (list: readonly object[]): World => ({ ...given, facts: { ...given.facts, network: seen({ ...network.value, activeAdapters: list }) } });
        const partly = judge(source, withList([...known, partlyReadable]));
        const whole = judge(source, withList([...known, ...unread]));
        if (partly === 'pass' || partly === 'fail') expect(whole).toBe(partly);
      }),
      { numRuns: 300 },
    );
  });

  it('of the wrong type is unknown, whichever operator stands around it', () => {
    fc.assert(
      fc.property(world, fc.constantFrom('1', null, true, []), (given, wrong) => {
        expect(judge('accounts.uidZero == 1', without(given, 'accounts', seen({ uidZero: wrong, login: 1 })))).toBe('unknown');
      }),
    );
  });
});
