import { AppError } from '#domain/app-error.js';
import type { StoreFs } from './store-fs.js';

/** A disk that is written no more once it cannot be trusted. */
export interface GuardedFs extends StoreFs {
  /** Throws when a sync has failed, or when `poison` was called. */
  refusePoisoned(): void;
  poison(): void;
}

/** After a failed sync the system may have dropped the bytes and call the next sync good: so there is no next one. */
export function guardedFs(io: StoreFs): GuardedFs {
  let isPoisoned = false;
  const watched =
    (sync: (handle: number) => void) =>
    (handle: number): void => {
      try {
        sync(handle);
      } catch (error) {
        isPoisoned = true;
        throw error;
      }
    };
  return {
    ...io,
    sync: watched((handle) => io.sync(handle)),
    datasync: watched((handle) => io.datasync(handle)),
    refusePoisoned: () => {
      if (isPoisoned) throw new AppError('store-poisoned');
    },
    poison: () => {
      isPoisoned = true;
    },
  };
}
