import type { IssuedReport } from '#domain/issued-report.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';

/** Papers that were written, newest first. */
export async function listReports(desk: Desk): Promise<readonly IssuedReport[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return Object.values(store.read().reports).sort((left, right) => right.number.localeCompare(left.number, 'en', { numeric: true }));
  } finally {
    await store.close();
  }
}
