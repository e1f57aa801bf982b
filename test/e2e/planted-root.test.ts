import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { quietDesk } from '../fixtures/desks/quiet-desk.js';
import { buildDebianRoot, removeDebianRoot, whyNoDebianRoot } from './debian-root.js';
import { putInOrder } from './orderly-disk.js';
import { diskAt, type Disk } from './planted-disk.js';
import { faults, harmless } from './planted-faults.js';
import { expectDone, newDesk, type Desk as Program } from './zicha.js';

/** The checklist that judges the planted disk, and the network its machine is registered in. */
const checklist = 'terminal-internal';
const network = 'internal';

/** What only a running system or the books show, and the boot menu's ways into other systems. */
const openOnADisk = ['TERM-02', 'TERM-03', 'TERM-21', 'TERM-23', 'TERM-25', 'TERM-26', 'TERM-27', 'TERM-28', 'TERM-34', 'TERM-36', 'TERM-37', 'TERM-38', 'TERM-39', 'TERM-52', 'TERM-53', 'TERM-54', 'TERM-55', 'TERM-56', 'TERM-66', 'TERM-77', 'TERM-78', 'TERM-79', 'TERM-81', 'TERM-85', 'TERM-93', 'TERM-94', 'TERM-95', 'TERM-96', 'TERM-106', 'TERM-107', 'TERM-108', 'TERM-111', 'TERM-112', 'TERM-113', 'TERM-114', 'TERM-115', 'TERM-116', 'TERM-117', 'TERM-118', 'TERM-119', 'TERM-121', 'TERM-140'];

/** The rules of an office that allows nothing. */
const rules: Readonly<Record<string, number | boolean>> = {
  ...{ passwordLength: 10, passwordDays: 90, passwordHistory: 5, failedLogins: 5, lockMinutes: 10, patchDays: 60, definitionDays: 14, logDays: 180, auditRequired: true },
  ...{ serverSoftwareAllowed: false, meetingAllowed: false, fileSharingAllowed: false, virtualMachinesAllowed: false, cloudInputAllowed: false, guardClientRequired: true, integrityToolRequired: true, opticalWriterAllowed: false, wirelessInputAllowed: false, infraredAllowed: false, networkPrinterAllowed: false, nationalCipherRequired: true, trustedModuleRequired: true },
  ...{ clockDriftMinutes: 5, unlockMinutes: 10, inactiveDays: 30, adminAccounts: 1, accountsPerTerminal: 1 },
  ...{ bluetoothAllowed: false, wirelessAllowed: false, cameraAllowed: false, microphoneAllowed: false, messagingAllowed: false, cloudDiskAllowed: false, encryptionRequired: true },
};
const forAllNetworks = ['clockDriftMinutes', 'passwordHistory', 'failedLogins', 'logDays', 'auditRequired', 'unlockMinutes', 'inactiveDays', 'adminAccounts', 'accountsPerTerminal'];

const why = whyNoDebianRoot();
const note = why === undefined ? '' : ` (skipped: ${why})`;

let root: string;
let disk: Disk;
let program: Program;

beforeAll(() => {
  if (why !== undefined) return;
  root = buildDebianRoot(['openssh-server']);
  disk = diskAt(root);
  putInOrder(disk);
  program = newDesk();
  expectDone(program.run('init', '--no-input', '--unit', '东湖区示例局', '--network', network));
  const file = join(program.home, 'rules.yaml');
  const lines = Object.entries(rules).map(([id, value]) => `  - { id: ${id}, ${forAllNetworks.includes(id) ? `value: ${String(value)}` : `values: { ${network}: ${String(value)} }`}, source: 本局《保密管理办法》, approvedBy: 赵衡 }`);
  writeFileSync(file, `parameters:\n${lines.join('\n')}\n`);
  expectDone(program.run('parameter', 'import', file));
}, 300_000);

afterAll(() => { if (why === undefined) removeDebianRoot(root); });

/** The built program on the disk, as an inspector runs it. */
function inspected(): Assessment {
  const outcome = program.run('assess', 'run', '--checklist', checklist, '--root', root, '--json');
  const [assessment] = outcome.json<{ assessments: Assessment[] }>().assessments;
  if (assessment === undefined) throw new Error(outcome.stdout);
  return assessment;
}

/** The same without starting a program each time. */
async function inspectedHere(): Promise<Assessment> {
  const desk = quietDesk(new Date().toISOString(), program.data);
  const [assessment] = (await runAssessment({ ...desk, door: { ...desk.door, newId: () => crypto.randomUUID() } }, { checklistIds: [checklist], trigger: 'replay', root })).assessments;
  if (assessment === undefined) throw new Error('nothing was judged');
  return assessment;
}

const byNumber = (left: string, right: string): number => Number(left.slice(5)) - Number(right.slice(5));

function idsOf({ results }: Assessment, ...wanted: readonly string[]): readonly string[] {
  return results.filter(({ result }) => wanted.includes(result)).map(({ itemId }) => itemId).toSorted(byNumber);
}

describe.skipIf(why !== undefined)(`a Debian put in order, on a disk${note}`, () => {
  it('fails nothing, and leaves open only what a disk does not show', () => {
    const assessment = inspected();
    expect(idsOf(assessment, 'fail')).toEqual([]);
    expect(idsOf(assessment, 'unknown', 'notchecked', 'error')).toEqual(openOnADisk);
    expect(idsOf(assessment, 'pass').length).toBeGreaterThanOrEqual(40);
  });

  it.each(faults)('%s: found by its item, and by no other', async (_told, items, plant) => {
    try {
      plant(disk);
      expect(idsOf(await inspectedHere(), 'fail')).toEqual([...items].toSorted(byNumber));
    } finally {
      disk.restore();
    }
  });

  it.each(harmless)('%s: no fault', async (_told, plant) => {
    try {
      plant(disk);
      expect(idsOf(await inspectedHere(), 'fail')).toEqual([]);
    } finally {
      disk.restore();
    }
  });

  it('all faults at once are all found, in one run of the program', () => {
    // One of each kind: two of a kind may stand in one another's way.
    const chosen = [...new Map(faults.filter(([, items]) => !items.some((id) => ['TERM-44', 'TERM-88', 'TERM-110'].includes(id)) && items.length < 4).map((fault) => [fault[1].join(' '), fault])).values()];
    try {
      for (const [, , plant] of chosen) plant(disk);
      expect(idsOf(inspected(), 'fail')).toEqual([...new Set(chosen.flatMap(([, items]) => items))].toSorted(byNumber));
    } finally {
      disk.restore();
    }
  });

  it('is as it was after every fault was taken away', () => {
    const assessment = inspected();
    expect(idsOf(assessment, 'fail')).toEqual([]);
    expect(idsOf(assessment, 'unknown', 'notchecked', 'error')).toEqual(openOnADisk);
  });

  it('every item that a disk can answer was seen to fail', () => {
    const planted = new Set(faults.flatMap(([, items]) => items));
    const answered = inspected().results.filter(({ itemId }) => !openOnADisk.includes(itemId)).map(({ itemId, result }) => (result === 'notapplicable' ? '' : itemId));
    expect(answered.filter((id) => id !== '' && !planted.has(id))).toEqual([]);
  });
});
