import { describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import type { Fact } from '#domain/fact.js';
import { sayIn } from '#messages/say.js';
import { cautions } from '#reports/cautions.js';

const at = '2026-11-24T02:00:00.000Z';
const seen = (value: Record<string, unknown>): Fact => ({ status: 'observed', value, sources: [], readAt: at });
const missed = (reason: 'unsupported' | 'classified-machine'): Fact => ({ status: 'unavailable', reason, sources: [], readAt: at });
const open = (reason: string): object => ({ itemId: 'TERM-08', result: 'unknown', gaps: [{ reason, about: 'passwordEntries' }] });
const sound = { enclosure: seen({ container: false }), operatingSystem: seen({ family: 'deb' }) };

function told(more: object): readonly string[] {
  return cautions([{ level: 'terminal', facts: sound, results: [], ...more } as unknown as Assessment], sayIn('zh-CN'));
}

describe('what is said before the figures of a machine', () => {
  it('nothing where all could be looked at', () => {
    expect(told({})).toEqual([]);
  });

  it('that it ran in a container', () => {
    expect(told({ facts: { ...sound, enclosure: seen({ container: true }) } })).toEqual([expect.stringContaining('容器')]);
  });

  it.each([['another family', seen({ family: 'other' })], ['not told at all', missed('unsupported')]])('that the system is not known: %s', (_, operatingSystem) => {
    expect(told({ facts: { ...sound, operatingSystem } })).toEqual([expect.stringContaining('操作系统')]);
  });

  it('that rights were missing, and for how many items', () => {
    expect(told({ results: [open('no-permission'), open('no-permission'), open('not-found')] })).toEqual([expect.stringContaining('2项')]);
  });

  it('nothing of the kind on a classified machine, where no probe runs, nor of a disk, which is told as one', () => {
    expect(told({ facts: { operatingSystem: missed('classified-machine') } })).toEqual([]);
    expect(told({ root: '/mnt', facts: { operatingSystem: missed('unsupported') } })).toEqual([]);
  });

  it('nothing about sheets that ask people', () => {
    expect(told({ level: 'unit', results: [open('no-permission')] })).toEqual([]);
  });
});
