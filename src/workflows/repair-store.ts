import { repairRecords, type RepairOutcome } from '#store/repair-records.js';
import { stampOf } from './backup-places.js';
import { claimed, type Desk } from './desk.js';

/** Makes damaged records writable again; everything as it was before stays in a copy beside them. */
export function repairStore(desk: Desk, reason: string, by: string): Promise<RepairOutcome> {
  const at = desk.door.now();
  return repairRecords(desk.folder, { actor: claimed(by), at, reason, copy: `${desk.folder}-before-repair-${stampOf(at)}` });
}
