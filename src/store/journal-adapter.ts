import type { Adapter } from 'lowdb';
import { AppError } from '#domain/app-error.js';
import type { WorkingSet } from '#domain/working-set.js';
import { catchUp } from './catch-up.js';
import { whileReading } from './disk-errors.js';
import type { Replica } from './replica.js';

/** lowdb's Adapter over the journal: reading is catching up; what is written goes through `Store.transact` and nowhere else. */
export function journalAdapter(replica: Replica): Adapter<WorkingSet> {
  return {
    read: () =>
      new Promise((resolve) => {
        whileReading(() => catchUp(replica, false));
        resolve(replica.set as unknown as WorkingSet);
      }),
    write: () => Promise.reject(new AppError('store-read-only', { folder: replica.folder })),
  };
}
