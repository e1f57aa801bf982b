import { AppError } from '#domain/app-error.js';
import { openStore, type Store } from '#store/store.js';

/** The records to read in, or undefined before `init`; anything else that is wrong with them is an error. */
export async function openIfThere(folder: string): Promise<Store | undefined> {
  try {
    return await openStore(folder, { readOnly: true });
  } catch (error) {
    if (error instanceof AppError && error.code === 'store-not-initialised') return undefined;
    throw error;
  }
}
