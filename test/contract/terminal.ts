import { join } from 'node:path';
import type { FactSet } from '#domain/fact.js';
import type { NetworkClass } from '#domain/identity.js';
import type { ItemResult } from '#domain/item-result.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { loadCatalog } from '#workflows/load-catalog.js';
import { loadChecklist } from '#workflows/load-checklist.js';

const root = join(import.meta.dirname, '../..');

const { environment } = loadCatalog({ root, version: 'test' });
const shipped = (network: NetworkClass): CompiledChecklist => loadChecklist(join(root, `checklists/terminal-${network}.yaml`), environment);

/** The terminal checklists as they are shipped, every expression compiled. */
export const terminals: Readonly<Record<NetworkClass, CompiledChecklist>> = { internet: shipped('internet'), internal: shipped('internal'), standalone: shipped('standalone') };

/** The rules of an office that allows nothing. */
const strict = {
  passwordHistory: 5,
  failedLogins: 5,
  logDays: 180,
  auditRequired: true,
  ...byNetwork({ passwordLength: 10, passwordDays: 90, lockMinutes: 10, patchDays: 60, definitionDays: 14 }),
  ...byNetwork({ bluetoothAllowed: false, wirelessAllowed: false, cameraAllowed: false, microphoneAllowed: false, messagingAllowed: false, cloudDiskAllowed: false, encryptionRequired: true }),
};

/** Results of its terminal checklist on a machine with these facts, under the rules of a strict office. */
export function judged(facts: FactSet, network: NetworkClass, today = '2026-11-20'): readonly ItemResult[] {
  const unit = { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: true, hasCryptography: true, hasProcurement: true };
  const subject = { kind: 'terminal', key: 'terminal-1', label: 'terminal' } as const;
  return evaluateChecklist(terminals[network], { subject, facts, registers: {}, parameters: strict, machine: { network, mode: 'non-classified' }, unit, answers: [], today }).results;
}

/** Ids of the items that ended so. */
export function idsOf(results: readonly ItemResult[], result: ItemResult['result']): readonly string[] {
  return results.filter((each) => each.result === result).map((each) => each.itemId);
}

function byNetwork(limits: Readonly<Record<string, number | boolean>>): Record<string, Record<string, number | boolean>> {
  return Object.fromEntries(Object.entries(limits).map(([id, value]) => [id, { internet: value, internal: value, standalone: value }]));
}
