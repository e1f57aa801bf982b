import { join } from 'node:path';
import type { FactSet } from '#domain/fact.js';
import type { NetworkClass } from '#domain/identity.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { ItemResult } from '#domain/item-result.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { loadCatalog } from '#workflows/load-catalog.js';
import { withAgreement } from '#workflows/reckoned-facts.js';
import { loadChecklist } from '#workflows/load-checklist.js';

const root = join(import.meta.dirname, '../..');

const catalog = loadCatalog({ root, version: 'test' });
const shipped = (network: NetworkClass): CompiledChecklist => loadChecklist(join(root, `checklists/terminal-${network}.yaml`), catalog.environment);

/** The terminal checklists as they are shipped, every expression compiled. */
export const terminals: Readonly<Record<NetworkClass, CompiledChecklist>> = { internet: shipped('internet'), internal: shipped('internal'), standalone: shipped('standalone') };

/** The rules of an office that allows nothing. */
const strict = {
  passwordHistory: 5,
  failedLogins: 5,
  logDays: 180,
  unlockMinutes: 10,
  inactiveDays: 30,
  adminAccounts: 1,
  accountsPerTerminal: 1,
  auditRequired: true,
  clockDriftMinutes: 5,
  ...byNetwork({ serverSoftwareAllowed: false, meetingAllowed: false, fileSharingAllowed: false, virtualMachinesAllowed: false, cloudInputAllowed: false, guardClientRequired: true, integrityToolRequired: true, opticalWriterAllowed: false, wirelessInputAllowed: false, infraredAllowed: false, networkPrinterAllowed: false, nationalCipherRequired: true, trustedModuleRequired: true }),
  ...byNetwork({ passwordLength: 10, passwordDays: 90, lockMinutes: 10, patchDays: 60, definitionDays: 14 }),
  ...byNetwork({ bluetoothAllowed: false, wirelessAllowed: false, cameraAllowed: false, microphoneAllowed: false, messagingAllowed: false, cloudDiskAllowed: false, encryptionRequired: true }),
};

/** The books of that office: one computer with its disk, its address and somebody who answers for it; no media. */
const computer = { rowId: '00000000-0000-4000-8000-000000000001', register: 'computers', cells: { no: 'PC-1', disk_serial: 'naa.0000000000000001', ip: '192.0.2.10', keeper: 'S01', state: '在用' }, revision: 1, retired: false };
const books = { rows: { [computer.rowId]: computer }, overrides: {}, allowances: {} } as unknown as WorkingSet;
const confirmed = (register: string, rows: RegisterFact['rows']): RegisterFact => ({ register, title: register, rows, state: 'confirmed', asOf: '2026-11-19', hiddenColumns: [], links: {}, digest: '0'.repeat(64) });
const registers = { computers: confirmed('computers', [{ ...computer, label: 'PC-1' }]), media: confirmed('media', []) };

/** The facts with what is reckoned of them and those books. */
export function withBooks(facts: FactSet): FactSet {
  return withAgreement(facts, catalog.templates, { mode: 'non-classified' }, books);
}

/** Results of its terminal checklist on a machine with these facts, under the rules of a strict office. */
export function judged(facts: FactSet, network: NetworkClass, today = '2026-11-20'): readonly ItemResult[] {
  const unit = { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: true, hasCryptography: true, hasProcurement: true };
  const subject = { kind: 'terminal', key: 'terminal-1', label: 'terminal' } as const;
  return evaluateChecklist(terminals[network], { subject, facts, registers, parameters: strict, machine: { network, mode: 'non-classified' }, unit, answers: [], today }).results;
}

/** Ids of the items that ended so. */
export function idsOf(results: readonly ItemResult[], result: ItemResult['result']): readonly string[] {
  return results.filter((each) => each.result === result).map((each) => each.itemId);
}

function byNetwork(limits: Readonly<Record<string, number | boolean>>): Record<string, Record<string, number | boolean>> {
  return Object.fromEntries(Object.entries(limits).map(([id, value]) => [id, { internet: value, internal: value, standalone: value }]));
}
