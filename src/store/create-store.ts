import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { StoreIdentity } from '#domain/identity.js';
import { bootId } from './epoch-lock.js';
import { chainStart, encodeFrame } from './frame-codec.js';
import { segmentName } from './journal-reader.js';
import { openStore, type Store } from './store.js';
import { realFs, type StoreFs } from './store-fs.js';
import { writeFailure } from './write-failure.js';
import { syncFolder, writeNew } from './write-new.js';

export interface Genesis {
  readonly identity: StoreIdentity;
  readonly actor: Actor;
  readonly now: string;
  readonly io?: StoreFs;
}

/** Sets up new records: built beside the folder and moved into place whole, so that a failure leaves nothing behind. */
export async function createStore(folder: string, genesis: Genesis): Promise<Store> {
  refuseOccupied(folder);
  const io = genesis.io ?? realFs;
  const building = join(dirname(folder), `.${basename(folder)}.${String(process.pid)}.new`);
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    io.mkdir(building);
    for (const name of ['journal', 'documents', 'quarantine']) io.mkdir(join(building, name));
    writeNew(io, join(building, 'journal', segmentName(1)), firstLine(genesis));
    syncFolder(io, join(building, 'journal'));
    syncFolder(io, building);
    renameSync(building, folder);
    syncFolder(io, dirname(folder));
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw writeFailure(error);
  }
  return openStore(folder, genesis.io === undefined ? {} : { io: genesis.io });
}

function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  if (names.includes('journal')) throw new AppError('store-exists', { folder });
  if (names.length > 0) throw new AppError('store-folder-not-empty', { folder });
}

function firstLine({ identity, actor, now }: Genesis): Buffer {
  return encodeFrame({ seq: 1, prev: chainStart, at: now, bootId: bootId(), actor, kind: 'store.created' }, { identity }).line;
}
