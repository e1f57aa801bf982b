import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { beginning, readJournal, segmentName, stillStands, type Reading } from './journal-reader.js';
import { adopt, applyFrame, newReplica, type Replica } from './replica.js';
import { readSnapshot } from './snapshot.js';

/** Reads the records of other programs into the replica; answers with what stands behind the last one. `locked`: nobody can be writing. */
export function catchUp(replica: Replica, locked: boolean): Buffer {
  if (replica.damage !== undefined) throw replica.damage;
  if (replica.position.seq === 0) startFromSnapshot(replica);
  const { position } = replica;
  if (position.seq > 0 && !stillStands(replica.io, journalOf(replica), position)) readAgain(replica);
  const { tail, damage } = readOn(replica, locked);
  replica.damage = damage ?? unvouched(replica);
  if (replica.damage !== undefined) throw replica.damage;
  if (locked) replica.firm = replica.position;
  return tail;
}

/** Folder of the journal. */
export function journalOf({ folder }: Replica): string {
  return join(folder, 'journal');
}

function startFromSnapshot(replica: Replica): void {
  const kept = readSnapshot(replica.io, replica.folder);
  if (kept === undefined) return;
  if (stillStands(replica.io, journalOf(replica), kept.position)) {
    adopt(replica, kept);
    return;
  }
  // Either the journal was cut or exchanged, or a body in it was purged: reading it whole tells.
  replica.firm = kept.firm;
  readAgain(replica);
}

function readOn(replica: Replica, locked: boolean): Reading {
  const attempt = (): Reading => {
    const reading = readJournal(replica.io, journalOf(replica), replica.position, (frame, after) => applyFrame(replica, frame, after));
    // A new segment may hold no whole record yet, and the next one belongs there all the same.
    replica.position = reading.position;
    return reading;
  };
  const reading = attempt();
  // A writer may be withdrawing a failed write while it is read; real damage is still there a moment later.
  return reading.damage === undefined || locked ? reading : attempt();
}

// The newest record read without the lock was never acknowledged if its writer withdrew it; anything older that is gone is loss.
function readAgain(replica: Replica): void {
  const fresh = newReplica(replica.io, replica.folder);
  const { firm } = replica;
  let isKept = firm.seq === 0;
  const { position, damage } = readJournal(replica.io, journalOf(replica), beginning, (frame, after) => {
    applyFrame(fresh, frame, after);
    if (frame.header.seq === firm.seq) isKept = frame.hash === firm.head;
  });
  const { segment, offset, seq } = position;
  const lost = isKept
    ? undefined
    : new AppError('store-truncated', { file: segmentName(segment), byte: offset, last: seq, known: firm.seq });
  Object.assign(fresh, { position, damage: damage ?? lost });
  adopt(replica, fresh);
  if (replica.damage !== undefined) throw replica.damage;
}

function unvouched({ tombstones }: Replica): AppError | undefined {
  const [seq] = tombstones.keys();
  return seq === undefined ? undefined : new AppError('store-forged-tombstone', { seq });
}
