import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectFacts } from '#facts/collect-facts.js';
import { probes } from '#facts/probes/index.js';
import { rootedHost } from '#facts/rooted-host.js';
import type { Fact, FactSet } from '#domain/fact.js';
import { listFindings } from '#workflows/list-findings.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { showStatus } from '#workflows/show-status.js';
import { compareRuns } from '#workflows/compare-runs.js';
import { quietDemo } from '../fixtures/desks/quiet-desk.js';
import { recordings } from './hosts.js';

/** The files of a machine on file, laid out in a folder as on its disk. */
function diskOf(name: string): string {
  const disk = mkdtempSync(join(tmpdir(), 'zicha-disk-'));
  const { files = {}, folders = {} } = recordings[name] ?? {};
  for (const folder of Object.keys(folders)) mkdirSync(join(disk, folder), { recursive: true });
  for (const [path, entry] of Object.entries(files)) {
    mkdirSync(dirname(join(disk, path)), { recursive: true });
    if (typeof entry === 'object' && 'type' in entry && entry.type === 'link') symlinkSync('nowhere', join(disk, path));
    else writeFileSync(join(disk, path), typeof entry === 'string' ? entry : 'text' in entry ? (entry.text ?? '') : '');
  }
  return disk;
}

const reasonOf = (fact: Fact | undefined): string => (fact?.status === 'unavailable' ? fact.reason : (fact?.status ?? ''));
const only = ['terminal-internal'];
let disk: string;
let facts: FactSet;

beforeAll(async () => {
  disk = diskOf('ubuntu-22.04-negligent');
  facts = await collectFacts({ host: rootedHost(disk, () => '2026-11-24T05:00:00.000Z'), probes, needed: probes.map(({ id }) => id), mode: 'non-classified' });
});

describe('the probes on a disk at rest', () => {
  it('see what lies in its files', () => {
    for (const id of ['accounts', 'passwordEntries', 'sudo', 'autologin', 'shares', 'savedWireless', 'remoteControl', 'packageSources', 'audit']) expect([id, reasonOf(facts[id])]).toEqual([id, 'observed']);
  });

  it('what only a running system shows is open, although a kernel\'s files lie on the disk', () => {
    const running = ['enclosure', 'firewall', 'listening', 'wireless', 'bluetooth', 'camera', 'microphone', 'removableStorage', 'network', 'kernelSettings', 'diskEncryption', 'coreDumps', 'hardwareIdentity', 'ledgerIdentity'];
    expect(running.map((id) => [id, reasonOf(facts[id])])).toEqual(running.map((id) => [id, 'unsupported']));
  });
});

describe('an assessment of another root', () => {
  it('is said to be that, and moves nothing of this machine', async () => {
    const desk = await quietDemo('2026-11-24T05:00:00.000Z');
    const findings = await listFindings(desk);
    const status = (await showStatus(desk)).assessments;
    const outcome = await runAssessment(desk, { checklistIds: only, trigger: 'replay', root: disk });
    expect(outcome).toMatchObject({ findings: [], excepted: [], assessments: [{ trigger: 'replay', root: disk, subject: { kind: 'terminal', key: `root:${disk}`, label: disk } }] });
    expect(outcome.assessments[0]?.score.counts.fail).toBeGreaterThan(10);
    expect(await listFindings(desk)).toEqual(findings);
    expect((await showStatus(desk)).assessments).toEqual(status);
  });

  it('is compared with the one before it of the same folder only', async () => {
    const desk = await quietDemo('2026-11-24T05:00:00.000Z');
    await runAssessment(desk, { checklistIds: only, trigger: 'person' });
    await runAssessment(desk, { checklistIds: only, trigger: 'replay', root: disk });
    await expect(compareRuns(desk, undefined, undefined)).rejects.toMatchObject({ code: 'assessment-no-earlier' });
  });

  it('without naming a checklist takes those of terminals; one about the office is refused', async () => {
    const desk = await quietDemo('2026-11-24T05:00:00.000Z');
    const { assessments } = await runAssessment(desk, { checklistIds: [], trigger: 'replay', root: disk });
    expect(new Set(assessments.map(({ level }) => level))).toEqual(new Set(['terminal']));
    await expect(runAssessment(desk, { checklistIds: ['personnel'], trigger: 'replay', root: disk })).rejects.toMatchObject({ code: 'root-checklist-not-terminal' });
  });
});
