import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFindings } from '#workflows/list-findings.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { showStatus } from '#workflows/show-status.js';
import type { Desk } from '#workflows/desk.js';
import { quietDemo } from '../fixtures/desks/quiet-desk.js';
import { factsOf, recorded } from './hosts.js';

async function savedFacts(desk: Desk, host: string): Promise<string> {
  const file = join(dirname(desk.folder), `${host}.json`);
  writeFileSync(file, JSON.stringify(await factsOf(recorded(host))));
  return file;
}

describe('saved facts of another day', () => {
  it('are judged anew, but open, heal and renew no finding, and do not count as how things stand', async () => {
    const desk = await quietDemo('2026-11-24T05:00:00.000Z');
    const only = ['terminal-internal'];
    await runAssessment(desk, { checklistIds: only, trigger: 'demo', factsFile: await savedFacts(desk, 'ubuntu-22.04-negligent') });
    const before = await listFindings(desk);
    const replay = await runAssessment(desk, { checklistIds: only, trigger: 'replay', factsFile: await savedFacts(desk, 'debian-12-hardened') });
    // The machine is in good order; only that it stands in no book of this office is a fault.
    expect(replay.assessments[0]?.results.filter(({ result }) => result === 'fail').map(({ itemId }) => itemId)).toEqual(['TERM-66']);
    expect(replay.findings).toEqual([]);
    expect(await listFindings(desk)).toEqual(before);
    expect((await showStatus(desk)).assessments.filter(({ checklistId }) => checklistId === 'terminal-internal').map(({ trigger }) => trigger)).toEqual(['demo']);
  });

  it('of another shape than their probe promises are refused with the place', async () => {
    const desk = await quietDemo('2026-11-24T05:00:00.000Z');
    const file = join(dirname(desk.folder), 'bad.json');
    writeFileSync(file, JSON.stringify({ enclosure: { status: 'observed', value: { container: 'maybe' }, sources: [], readAt: '2026-11-24T05:00:00.000Z' } }));
    await expect(runAssessment(desk, { checklistIds: ['terminal-internal'], trigger: 'replay', factsFile: file })).rejects.toMatchObject({ code: 'facts-invalid', exit: 4 });
    writeFileSync(file, '{"moonPhase":{}}');
    await expect(runAssessment(desk, { checklistIds: ['terminal-internal'], trigger: 'replay', factsFile: file })).rejects.toMatchObject({ code: 'facts-invalid' });
  });
});
