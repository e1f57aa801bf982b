import { describe, expect, it } from 'vitest';
import { partlyReadable } from '#domain/fact.js';
import { judge, seen, unseen } from './small-office.js';

const wired = { kind: 'wired' };
const mobile = { kind: 'mobile' };
const adapters = (...list: readonly object[]): ReturnType<typeof seen> => seen({ activeAdapters: list, defaultRoutes: 1, tethering: false });
const ports = (...list: readonly object[]): ReturnType<typeof seen> => seen({ total: list.length, reachable: list });

describe('a list that could be read only in part', () => {
  const world = (...list: readonly object[]) => ({ facts: { network: adapters(...list, partlyReadable) } });

  it('exists still finds what is there', () => {
    expect(judge({ expect: 'network.activeAdapters.exists(a, a.kind == "mobile")' }, world(wired, mobile)).result).toBe('pass');
    expect(judge({ expect: '!network.activeAdapters.exists(a, a.kind == "mobile")' }, world(wired, mobile)).result).toBe('fail');
  });

  it('exists with a list of values still finds what is there', () => {
    const expected = '!listening.reachable.exists(s, s.port in [21, 3389])';
    expect(judge({ expect: expected }, { facts: { listening: ports({ port: 3389, protocol: 'tcp' }, partlyReadable) } }).result).toBe('fail');
  });

  it('exists that found nothing does not know', () => {
    expect(judge({ expect: '!network.activeAdapters.exists(a, a.kind == "mobile")' }, world(wired))).toMatchObject({ result: 'unknown', gaps: [{ reason: 'partly-readable' }] });
  });

  it('all that found an exception is decided, otherwise it does not know', () => {
    expect(judge({ expect: 'network.activeAdapters.all(a, a.kind == "wired")' }, world(wired, mobile)).result).toBe('fail');
    expect(judge({ expect: 'network.activeAdapters.all(a, a.kind == "wired")' }, world(wired)).result).toBe('unknown');
  });

  it.each([
    ['size', 'network.activeAdapters.size() >= 0'],
    ['size as a function', 'size(network.activeAdapters) >= 0'],
    ['size of a selection', 'network.activeAdapters.filter(a, a.kind == "wired").size() >= 0'],
    ['exists_one', 'network.activeAdapters.exists_one(a, a.kind == "wired")'],
    ['map', 'network.activeAdapters.map(a, 1.0) == [1.0]'],
    ['sum', 'sum(network.activeAdapters.map(a, 1.0)) >= 0.0'],
    ['an index', 'network.activeAdapters.map(a, 1.0)[0] == 1'],
    ['a comparison of the whole', 'network.activeAdapters != []'],
    ['the list chosen by a condition', '(machine.network == "internal" ? network.activeAdapters : []).size() >= 0'],
    ['two lists put together', '(network.activeAdapters + network.activeAdapters).size() >= 0'],
    ['under another name', '[network].all(n, n.activeAdapters.size() >= 0)'],
  ])('%s: unknown, even where the rest would be enough', (_how, expected) => {
    expect(judge({ expect: expected }, world(wired))).toMatchObject({ result: 'unknown', gaps: [{ reason: 'partly-readable', about: 'network' }] });
    expect(judge({ expect: expected }, { facts: { network: adapters(wired) } }).result).toBe('pass');
  });

  it('other fields of the same fact are not touched', () => {
    expect(judge({ expect: 'network.defaultRoutes == 1' }, world(wired)).result).toBe('pass');
  });

  it('a count of it is not shown as if it were whole', () => {
    const item = { expect: '!listening.reachable.exists(s, s.port == 23)', observe: { 对外端口数: 'listening.reachable.size()', 总数: 'listening.total' } };
    const result = judge(item, { facts: { listening: ports({ port: 23, protocol: 'tcp' }, partlyReadable) } });
    expect(result).toMatchObject({ result: 'fail', observed: [{ label: '总数' }] });
    expect(result.observed).toHaveLength(1);
  });
});

describe('operators that absorb an error', () => {
  const blind = { facts: { firewall: unseen('timed-out'), accounts: seen({ uidZero: 1, guest: false }), network: adapters(wired) } };

  it.each([
    ['or, decided on the left', 'accounts.uidZero == 1 || firewall.active'],
    ['or, decided on the right', 'firewall.active || accounts.uidZero == 1'],
    ['and, decided on the left', 'accounts.uidZero == 2 && firewall.active'],
    ['and, decided on the right', 'firewall.active && accounts.uidZero == 2'],
    ['a condition that is not taken', 'accounts.uidZero == 1 ? true : firewall.active'],
    ['exists, decided by another element', 'network.activeAdapters.exists(a, a.kind == "wired" || firewall.active)'],
    ['all, decided by another element', 'network.activeAdapters.all(a, a.kind == "mobile" && firewall.active)'],
    ['a negation', '!(firewall.active && accounts.guest)'],
  ])('%s: a missing fact never becomes pass or fail', (_how, expected) => {
    expect(judge({ expect: expected }, blind)).toMatchObject({ result: 'unknown', gaps: [{ reason: 'timed-out', about: 'firewall' }] });
  });

  it('or with a blank parameter on the side that is not needed: notchecked', () => {
    const item = { expect: 'accounts.uidZero == 1 || parameters.auditRequired' };
    expect(judge(item, blind).result).toBe('notchecked');
  });

  it('an item whose condition needs a missing fact is open, not notapplicable', () => {
    expect(judge({ applies: 'firewall.active', expect: 'accounts.uidZero == 1' }, blind)).toMatchObject({ result: 'unknown', gaps: [{ reason: 'timed-out' }] });
    expect(judge({ applies: 'parameters.auditRequired', expect: 'accounts.uidZero == 1' }, blind).result).toBe('notchecked');
  });

  it('a manual item whose condition needs a missing fact is open too', () => {
    const item = { method: 'manual', applies: 'firewall.active', validFor: '12 months', guidance: { how: '看记录' } } as const;
    expect(judge(item, blind).result).toBe('unknown');
  });
});
